import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'php-8',
  name: 'PHP 8',
  needs: { commands: ['php'] },
  versions: [{ name: 'PHP', from: 'command', argv: ['php', '-v'], pattern: '^PHP (\\S+)' }],
});
