import fastifyCors from '@fastify/cors';
import fastify from 'fastify';
import { answer, isError, type CorsSettings, type RunningServer } from './settings.ts';

/** Starts Fastify with `@fastify/cors`. */
export async function startFastifyCors(settings: CorsSettings): Promise<RunningServer> {
  const log: string[] = [];
  const app = fastify({ forceCloseConnections: true });
  app.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    log.push(`${request.method} ${path}`);
    if (settings.authenticationFirst) return reply.code(401).send();
    if (settings.slashRedirect && path === '/items') return reply.redirect('/items/', 301);
    if (!settings.onErrors && request.method !== 'OPTIONS' && isError(request.method, path)) {
      return reply.code(404).send();
    }
    return undefined;
  });
  await app.register(fastifyCors, {
    origin:
      settings.origin === 'echo'
        ? true
        : settings.origin === '*' || settings.origin instanceof RegExp
          ? settings.origin
          : [...settings.origin],
    credentials: settings.credentials,
    methods: [...settings.methods],
    exposedHeaders: [...settings.exposedHeaders],
    ...(settings.requestHeaders === null ? {} : { allowedHeaders: [...settings.requestHeaders] }),
    ...(settings.maxAgeSeconds === null ? {} : { maxAge: settings.maxAgeSeconds }),
  });
  app.addHook('onSend', async (_request, reply) => {
    if (!settings.vary) reply.removeHeader('vary');
  });
  // The plugin has a route of its own for OPTIONS on every path.
  app.route({
    url: '/*',
    method: ['GET', 'PUT', 'DELETE', 'PATCH'],
    handler: async (request, reply) => {
      const { status, headers, body } = answer(request.method, request.url.split('?')[0] ?? '');
      return reply.code(status).headers(headers).send(body);
    },
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    log,
    close: () => app.close(),
  };
}
