import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'webpack-dev-server-4',
  name: 'webpack-dev-server 4',
  needs: { node: '20.0.0' },
  versions: [
    { name: 'webpack-dev-server', from: 'npm', package: 'webpack-dev-server' },
    { name: 'webpack', from: 'npm', package: 'webpack' },
  ],
});
