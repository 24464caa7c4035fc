import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'trpc-11',
  name: 'tRPC 11',
  needs: { node: '20.0.0' },
  versions: [
    { name: 'tRPC', from: 'npm', package: '@trpc/server' },
    { name: 'cors', from: 'npm', package: 'cors' },
  ],
});
