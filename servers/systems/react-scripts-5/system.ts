import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'react-scripts-5',
  name: 'react-scripts 5',
  needs: { node: '20.0.0' },
  versions: [
    { name: 'react-scripts', from: 'npm', package: 'react-scripts' },
    { name: 'http-proxy-middleware', from: 'npm', package: 'http-proxy-middleware' },
  ],
});
