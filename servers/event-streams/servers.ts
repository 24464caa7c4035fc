import { python, type App } from '../fix-runner/start-app.ts';

/** Applications with an event stream at `/events` for one page, `FAULT` apart. */
export const eventStreams = {
  fastify: {
    system: 'fastify-5',
    file: new URL('fastify/app.mjs', import.meta.url),
    argv: () => [process.execPath, 'app.mjs'],
    port: 'own',
  },
  flask: {
    system: 'flask-3',
    file: new URL('flask/app.py', import.meta.url),
    argv: python('flask-3'),
    port: 'reserved',
  },
} as const satisfies Readonly<Record<string, App>>;

export type EventStreamId = keyof typeof eventStreams;
