import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'varnish',
  name: 'Varnish 7',
  needs: { commands: ['varnishd'] },
  versions: [{ name: 'Varnish', from: 'command', argv: ['varnishd', '-V'], pattern: 'varnish-(\\S+)' }],
});
