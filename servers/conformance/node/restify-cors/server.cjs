const restify = require('restify');
const corsMiddleware = require('restify-cors-middleware2');

const cors = corsMiddleware({
  origins: ['https://app.example.com', 'https://admin.example.com'],
  allowHeaders: ['content-type', 'authorization'],
  exposeHeaders: ['x-total-count'],
  credentials: true,
  preflightMaxAge: 600,
});
const server = restify.createServer();
server.pre(cors.preflight);
server.use(cors.actual);
const items = (request, response, next) => {
  response.header('X-Total-Count', '5');
  response.send(['carried out']);
  return next();
};
for (const method of ['get', 'put', 'del']) server[method]('/items', items);
server.get('/vary', (request, response, next) => {
  response.header('Vary', 'Accept-Language');
  response.send(['carried out']);
  return next();
});
server.get('/moved', (request, response, next) => response.redirect('/items', next));
server.get('/boom', (request, response, next) => next(new Error('uncaught')));
server.listen(Number(process.env.PORT), '127.0.0.1');
