import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { closeServer, listenOnLoopback } from '../loopback.ts';
import { allowedOrigin } from './allowed-origin.ts';
import { answer, isError, type CorsSettings, type RunningServer } from './settings.ts';

/** Starts Hono on Node with `hono/cors`. */
export async function startHonoCors(settings: CorsSettings): Promise<RunningServer> {
  const log: string[] = [];
  const app = new Hono();
  app.use('*', async (context, next) => {
    const { method, path } = context.req;
    log.push(`${method} ${path}`);
    if (settings.authenticationFirst) return context.body(null, 401);
    if (settings.slashRedirect && path === '/items') return context.redirect('/items/', 301);
    if (!settings.onErrors && method !== 'OPTIONS' && isError(method, path)) return context.body(null, 404);
    await next();
    if (!settings.vary) context.res.headers.delete('Vary');
    return undefined;
  });
  app.use(
    '*',
    cors({
      origin: settings.origin === '*' ? '*' : (origin) => allowedOrigin(settings, origin),
      credentials: settings.credentials,
      allowMethods: [...settings.methods],
      exposeHeaders: [...settings.exposedHeaders],
      ...(settings.requestHeaders === null ? {} : { allowHeaders: [...settings.requestHeaders] }),
      ...(settings.maxAgeSeconds === null ? {} : { maxAge: settings.maxAgeSeconds }),
    }),
  );
  app.all('*', (context) => {
    const { status, headers, body } = answer(context.req.method, context.req.path);
    return new Response(body, { status, headers });
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  const port = await listenOnLoopback(server);
  return { origin: `http://127.0.0.1:${port}`, log, close: () => closeServer(server) };
}
