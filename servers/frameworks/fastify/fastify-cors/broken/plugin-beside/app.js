import cors from '@fastify/cors';
import Fastify from 'fastify';
import routes from './routes.js';

const allowedOrigins = {{origins as js}};

const app = Fastify();

await app.register(async (scope) => {
  await scope.register(cors, {
    // A function, although an array would do: others then get no CORS header at all.
    origin: async (origin) => allowedOrigins.includes(origin),
    methods: {{methods as js}},
    allowedHeaders: {{requestHeaders as js}},
    {{if exposedHeaders}} exposedHeaders: {{exposedHeaders as js}},
    {{if credentials}} credentials: true,
    {{if maxAgeSeconds}} maxAge: {{maxAgeSeconds as js}},
  });
});

await app.register(routes);

export default app;
