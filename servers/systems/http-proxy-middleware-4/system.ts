import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'http-proxy-middleware-4',
  name: 'http-proxy-middleware 4',
  needs: { node: '22.15.0' },
  versions: [
    { name: 'http-proxy-middleware', from: 'npm', package: 'http-proxy-middleware' },
    { name: 'Express', from: 'npm', package: 'express' },
    { name: 'Node', from: 'node' },
  ],
});
