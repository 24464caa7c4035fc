import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'haproxy',
  name: 'HAProxy',
  needs: { commands: ['haproxy'] },
  versions: [
    { name: 'HAProxy', from: 'command', argv: ['haproxy', '-v'], pattern: '^HAProxy version (\\S+)' },
  ],
});
