import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'apache',
  name: 'Apache httpd 2.4',
  needs: { commands: ['apache2'] },
  versions: [{ name: 'Apache httpd', from: 'command', argv: ['apache2', '-v'], pattern: 'Apache/(\\S+)' }],
});
