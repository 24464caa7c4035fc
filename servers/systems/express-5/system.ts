import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'express-5',
  name: 'Express 5',
  needs: { node: '18.0.0' },
  versions: [
    { name: 'Express', from: 'npm', package: 'express' },
    { name: 'cors', from: 'npm', package: 'cors' },
  ],
});
