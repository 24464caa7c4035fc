import { python, type App } from '../fix-runner/start-app.ts';

const fileOf = (path: string): URL => new URL(path, import.meta.url);

/** Applications with a session. */
export const sessionServers = {
  'express-session': {
    system: 'express-session-1',
    file: fileOf('express-session/app.mjs'),
    argv: () => [process.execPath, 'app.mjs'],
    port: 'own',
  },
  flask: { system: 'flask-3', file: fileOf('flask/app.py'), argv: python('flask-3'), port: 'reserved' },
  django: { system: 'django-5', file: fileOf('django/app.py'), argv: python('django-5'), port: 'reserved' },
  php: {
    system: 'php-8',
    file: fileOf('php/index.php'),
    argv: (port: number) => ['php', '-S', `127.0.0.1:${port}`, 'index.php'],
    port: 'reserved',
  },
  rails: {
    system: 'rails-6',
    file: fileOf('rails/config.ru'),
    argv: (port: number) => [
      'puma',
      '--environment',
      'production',
      '--bind',
      `tcp://127.0.0.1:${port}`,
      '--threads',
      '1:4',
      'config.ru',
    ],
    port: 'reserved',
  },
  /** A WebSocket of ws, whose handshakes are asked for the session of Express. */
  sockets: {
    system: 'express-session-1',
    file: fileOf('sockets/app.mjs'),
    argv: () => [process.execPath, 'app.mjs'],
    port: 'own',
  },
} as const satisfies Readonly<Record<string, App>>;

export type SessionServerId = keyof typeof sessionServers;
