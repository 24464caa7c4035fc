import { join } from 'node:path';
import { provisionFolder } from '../fix-runner/places.ts';

/** Applications with a session: what they run on, and how they are started in the folder of their file. */
export const sessionServers = {
  'express-session': {
    system: 'express-session-1',
    file: 'express-session/app.mjs',
    argv: () => [process.execPath, 'app.mjs'],
    port: 'own',
  },
  flask: { system: 'flask-3', file: 'flask/app.py', argv: python('flask-3'), port: 'reserved' },
  django: { system: 'django-5', file: 'django/app.py', argv: python('django-5'), port: 'reserved' },
  php: {
    system: 'php-8',
    file: 'php/index.php',
    argv: (port: number) => ['php', '-S', `127.0.0.1:${port}`, 'index.php'],
    port: 'reserved',
  },
  rails: {
    system: 'rails-6',
    file: 'rails/config.ru',
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
} as const;

export type SessionServerId = keyof typeof sessionServers;

function python(system: string): () => readonly string[] {
  return () => [join(provisionFolder, system, 'bin', 'python'), 'app.py'];
}
