import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'vite-8',
  name: 'Vite 8',
  needs: { node: '20.19.0' },
  versions: [{ name: 'Vite', from: 'npm', package: 'vite' }],
});
