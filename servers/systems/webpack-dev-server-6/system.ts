import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'webpack-dev-server-6',
  name: 'webpack-dev-server 6',
  needs: { node: '22.15.0' },
  versions: [
    { name: 'webpack-dev-server', from: 'npm', package: 'webpack-dev-server' },
    { name: 'webpack', from: 'npm', package: 'webpack' },
    { name: 'Node', from: 'node' },
  ],
});
