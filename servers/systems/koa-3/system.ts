import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'koa-3',
  name: 'Koa 3',
  needs: { node: '20.0.0' },
  versions: [
    { name: 'Koa', from: 'npm', package: 'koa' },
    { name: '@koa/cors', from: 'npm', package: '@koa/cors' },
  ],
});
