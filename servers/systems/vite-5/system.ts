import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'vite-5',
  name: 'Vite 5',
  needs: { node: '20.19.0' },
  versions: [{ name: 'Vite', from: 'npm', package: 'vite' }],
});
