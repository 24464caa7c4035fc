import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'go',
  name: 'Go',
  needs: { commands: ['go'] },
  versions: [{ name: 'Go', from: 'command', argv: ['go', 'version'], pattern: 'go version go(\\S+)' }],
});
