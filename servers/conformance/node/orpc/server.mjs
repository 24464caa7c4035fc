import { OpenAPIHandler } from '@orpc/openapi/node';
import { os } from '@orpc/server';
import { CORSPlugin, ResponseHeadersPlugin } from '@orpc/server/plugins';
import { createServer } from 'node:http';

const declared = {
  origin: ['https://app.example.com', 'https://admin.example.com'],
  allowMethods: ['GET', 'PUT', 'DELETE'],
  allowHeaders: ['content-type', 'authorization'],
  exposeHeaders: ['x-total-count'],
  credentials: true,
  maxAge: 600,
};
const items = (method) =>
  os.route({ method, path: '/items' }).handler(({ context }) => {
    context.resHeaders?.set('X-Total-Count', '5');
    return ['carried out'];
  });
const router = {
  read: items('GET'),
  change: items('PUT'),
  remove: items('DELETE'),
  vary: os.route({ method: 'GET', path: '/vary' }).handler(({ context }) => {
    context.resHeaders?.set('Vary', 'Accept-Language');
    return ['carried out'];
  }),
  moved: os
    .route({ method: 'GET', path: '/moved', successStatus: 302, outputStructure: 'detailed' })
    .handler(() => ({ headers: { location: '/items' } })),
  boom: os.route({ method: 'GET', path: '/boom' }).handler(() => {
    throw new Error('uncaught');
  }),
};
const cors = process.env.INTENT === 'declared' ? new CORSPlugin(declared) : new CORSPlugin();
const handler = new OpenAPIHandler(router, { plugins: [cors, new ResponseHeadersPlugin()] });
createServer(async (request, response) => {
  const { matched } = await handler.handle(request, response, { context: {} });
  if (!matched) response.writeHead(404).end();
}).listen(Number(process.env.PORT), '127.0.0.1');
