import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'node',
  name: 'Node',
  needs: { node: '20.0.0' },
  versions: [{ name: 'Node', from: 'command', argv: ['node', '--version'], pattern: '^v(\\S+)' }],
});
