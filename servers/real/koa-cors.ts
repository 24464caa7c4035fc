import { createServer } from 'node:http';
import cors from '@koa/cors';
import Koa from 'koa';
import { closeServer, listenOnLoopback } from '../loopback.ts';
import { allowedOrigin } from './allowed-origin.ts';
import { answer, isError, type CorsSettings, type RunningServer } from './settings.ts';

/** Starts Koa with `@koa/cors`. */
export async function startKoaCors(settings: CorsSettings): Promise<RunningServer> {
  const log: string[] = [];
  const app = new Koa();
  app.use(async (context, next) => {
    log.push(`${context.method} ${context.path}`);
    if (settings.authenticationFirst) context.status = 401;
    else if (settings.slashRedirect && context.path === '/items') {
      context.redirect('/items/');
      context.status = 301;
    } else if (!settings.onErrors && context.method !== 'OPTIONS' && isError(context.method, context.path)) {
      context.status = 404;
    } else await next();
    if (!settings.vary) context.remove('Vary');
  });
  app.use(
    cors({
      origin: (context) => allowedOrigin(settings, context.get('Origin')) ?? '',
      credentials: settings.credentials,
      allowMethods: [...settings.methods],
      exposeHeaders: [...settings.exposedHeaders],
      ...(settings.requestHeaders === null ? {} : { allowHeaders: [...settings.requestHeaders] }),
      ...(settings.maxAgeSeconds === null ? {} : { maxAge: settings.maxAgeSeconds }),
    }),
  );
  app.use((context) => {
    const { status, headers, body } = answer(context.method, context.path);
    context.status = status;
    context.set({ ...headers });
    context.body = body;
  });
  const handle = app.callback();
  const server = createServer((request, response) => void handle(request, response));
  const port = await listenOnLoopback(server);
  return { origin: `http://127.0.0.1:${port}`, log, close: () => closeServer(server) };
}
