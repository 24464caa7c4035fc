import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'nginx',
  name: 'nginx',
  needs: { commands: ['nginx'] },
  versions: [{ name: 'nginx', from: 'command', argv: ['nginx', '-v'], pattern: 'nginx/(\\S+)' }],
});
