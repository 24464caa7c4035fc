const { Sails } = require('sails');

const declared = {
  allRoutes: true,
  allowOrigins: ['https://app.example.com', 'https://admin.example.com'],
  allowRequestMethods: 'GET, PUT, DELETE',
  allowRequestHeaders: 'content-type, authorization',
  allowResponseHeaders: 'x-total-count',
  allowCredentials: true,
};
const items = (request, response) => response.set('X-Total-Count', '5').json(['carried out']);
new Sails().lift({
  port: Number(process.env.PORT),
  explicitHost: '127.0.0.1',
  environment: 'production',
  log: { level: 'silent', noShip: true },
  globals: false,
  hooks: { grunt: false, session: false, views: false, pubsub: false, i18n: false },
  security: { cors: process.env.INTENT === 'declared' ? declared : { allRoutes: true } },
  routes: {
    'GET /items': items,
    'PUT /items': items,
    'DELETE /items': items,
    'GET /vary': (request, response) => response.set('Vary', 'Accept-Language').json(['carried out']),
    'GET /moved': (request, response) => response.redirect('/items'),
    'GET /boom': () => {
      throw new Error('uncaught');
    },
  },
});
