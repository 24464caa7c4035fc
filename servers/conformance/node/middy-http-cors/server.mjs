import middy from '@middy/core';
import httpCors from '@middy/http-cors';
import httpErrorHandler from '@middy/http-error-handler';
import { createServer } from 'node:http';

const declared = {
  disableBeforePreflightResponse: false,
  origins: ['https://app.example.com', 'https://admin.example.com'],
  credentials: true,
  headers: 'content-type,authorization',
  methods: 'GET,PUT,DELETE',
  exposeHeaders: 'x-total-count',
  maxAge: '600',
};
const body = JSON.stringify(['carried out']);
const answers = {
  '/items': () => ({ statusCode: 200, headers: { 'X-Total-Count': '5' }, body }),
  '/vary': () => ({ statusCode: 200, headers: { Vary: 'Accept-Language' }, body }),
  '/moved': () => ({ statusCode: 302, headers: { Location: '/items' } }),
  '/boom': () => {
    throw new Error('uncaught');
  },
};
const handler = middy()
  .use(httpErrorHandler({ logger: false, fallbackMessage: 'Internal Server Error' }))
  .use(httpCors(process.env.INTENT === 'declared' ? declared : { disableBeforePreflightResponse: false }))
  .handler((event) => {
    const answer = answers[event.rawPath];
    if (answer === undefined) return { statusCode: 404 };
    if (!['GET', 'HEAD', 'PUT', 'DELETE'].includes(event.requestContext.http.method)) {
      return { statusCode: 405 };
    }
    return answer();
  });

createServer(async (request, response) => {
  const event = {
    version: '2.0',
    rawPath: request.url,
    headers: request.headers,
    requestContext: { http: { method: request.method, path: request.url } },
    isBase64Encoded: false,
  };
  const {
    statusCode,
    headers = {},
    body = '',
  } = await handler(event, { getRemainingTimeInMillis: () => 30_000 });
  response.writeHead(statusCode, headers).end(request.method === 'HEAD' ? undefined : body);
}).listen(Number(process.env.PORT), '127.0.0.1');
