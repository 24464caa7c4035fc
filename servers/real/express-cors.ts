import { createServer } from 'node:http';
import cors from 'cors';
import express from 'express';
import onHeaders from 'on-headers';
import { closeServer, listenOnLoopback } from '../loopback.ts';
import { answer, isError, type CorsSettings, type RunningServer } from './settings.ts';

/** Starts Express 5 with the package `cors`. */
export async function startExpressCors(settings: CorsSettings): Promise<RunningServer> {
  const log: string[] = [];
  const app = express();
  app.use((request, response, next) => {
    log.push(`${request.method} ${request.path}`);
    if (!settings.vary) onHeaders(response, () => response.removeHeader('Vary'));
    if (settings.authenticationFirst) response.status(401).end();
    else if (settings.slashRedirect && request.path === '/items') response.redirect(301, '/items/');
    else if (!settings.onErrors && request.method !== 'OPTIONS' && isError(request.method, request.path)) {
      response.status(404).json({});
    } else next();
  });
  app.use(
    cors({
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
    }),
  );
  app.use((request, response) => {
    const { status, headers, body } = answer(request.method, request.path);
    response.status(status).set(headers).send(body);
  });
  const server = createServer(app);
  const port = await listenOnLoopback(server);
  return { origin: `http://127.0.0.1:${port}`, log, close: () => closeServer(server) };
}
