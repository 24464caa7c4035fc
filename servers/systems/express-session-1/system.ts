import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'express-session-1',
  name: 'express-session 1',
  needs: { node: '18.0.0' },
  versions: [
    { name: 'Express', from: 'npm', package: 'express' },
    { name: 'express-session', from: 'npm', package: 'express-session' },
  ],
});
