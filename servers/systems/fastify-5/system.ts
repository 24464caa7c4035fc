import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'fastify-5',
  name: 'Fastify 5',
  needs: { node: '20.0.0' },
  versions: [
    { name: 'Fastify', from: 'npm', package: 'fastify' },
    { name: '@fastify/cors', from: 'npm', package: '@fastify/cors' },
  ],
});
