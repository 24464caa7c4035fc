import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'hono-4',
  name: 'Hono 4',
  needs: { node: '20.0.0' },
  versions: [
    { name: 'Hono', from: 'npm', package: 'hono' },
    { name: '@hono/node-server', from: 'npm', package: '@hono/node-server' },
  ],
});
