import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'next-16',
  name: 'Next.js 16',
  needs: { node: '20.9.0' },
  versions: [{ name: 'Next.js', from: 'npm', package: 'next' }],
});
