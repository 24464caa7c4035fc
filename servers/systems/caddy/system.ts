import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'caddy',
  name: 'Caddy 2',
  needs: { commands: ['caddy'] },
  versions: [{ name: 'Caddy', from: 'command', argv: ['caddy', 'version'], pattern: '^v?(\\d\\S*)' }],
});
