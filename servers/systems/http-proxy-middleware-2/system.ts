import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'http-proxy-middleware-2',
  name: 'http-proxy-middleware 2',
  needs: { node: '18.0.0' },
  versions: [
    { name: 'http-proxy-middleware', from: 'npm', package: 'http-proxy-middleware' },
    { name: 'Express', from: 'npm', package: 'express' },
  ],
});
