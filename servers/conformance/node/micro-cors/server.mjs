import { createServer } from 'node:http';
import { createError, send, serve } from 'micro';
import microCors from 'micro-cors';

const declared = {
  origin: 'https://app.example.com',
  allowMethods: ['GET', 'PUT', 'DELETE'],
  allowHeaders: ['content-type', 'authorization'],
  allowCredentials: true,
  exposeHeaders: ['x-total-count'],
  maxAge: 600,
};
const answers = {
  '/items': (response) => {
    response.setHeader('X-Total-Count', '5');
    return send(response, 200, ['carried out']);
  },
  '/vary': (response) => {
    response.setHeader('Vary', 'Accept-Language');
    return send(response, 200, ['carried out']);
  },
  '/moved': (response) => {
    response.setHeader('Location', '/items');
    return send(response, 302);
  },
  '/boom': () => {
    throw new Error('uncaught');
  },
};
const cors = process.env.INTENT === 'declared' ? microCors(declared) : microCors();
const handler = cors(async (request, response) => {
  if (request.method === 'OPTIONS') return send(response, 200);
  const answer = answers[request.url];
  if (answer === undefined) throw createError(404, 'Not Found');
  if (!['GET', 'HEAD', 'PUT', 'DELETE'].includes(request.method))
    throw createError(405, 'Method Not Allowed');
  return answer(response);
});
createServer(serve(handler)).listen(Number(process.env.PORT), '127.0.0.1');
