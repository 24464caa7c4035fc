import moleculer from 'moleculer';
import web from 'moleculer-web';

const declared = {
  origin: ['https://app.example.com', 'https://admin.example.com'],
  methods: ['GET', 'PUT', 'DELETE'],
  allowedHeaders: ['content-type', 'authorization'],
  credentials: true,
  exposedHeaders: ['x-total-count'],
  maxAge: 600,
};
const json = (response, headers = {}) => {
  response.writeHead(200, { 'Content-Type': 'application/json', ...headers });
  response.end('["carried out"]');
};
const broker = new moleculer.ServiceBroker({ logger: false });
broker.createService({
  name: 'api',
  mixins: [web],
  settings: {
    port: Number(process.env.PORT),
    ip: '127.0.0.1',
    cors: process.env.INTENT === 'declared' ? declared : {},
    routes: [
      {
        path: '/',
        aliases: {
          'GET items': (_, response) => json(response, { 'X-Total-Count': '5' }),
          'PUT items': (_, response) => json(response),
          'DELETE items': (_, response) => json(response),
          'GET vary': (_, response) => json(response, { Vary: 'Accept-Language' }),
          'GET moved': (_, response) => response.writeHead(302, { Location: '/items' }).end(),
          'GET boom': () => {
            throw new Error('uncaught');
          },
        },
      },
    ],
  },
});
await broker.start();
