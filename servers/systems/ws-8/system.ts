import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'ws-8',
  name: 'ws 8',
  needs: { node: '18.0.0' },
  versions: [
    { name: 'ws', from: 'npm', package: 'ws' },
    { name: 'Express', from: 'npm', package: 'express' },
  ],
});
