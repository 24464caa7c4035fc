import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'rack-2',
  name: 'Rack 2 (Debian 12)',
  needs: { commands: ['ruby', 'puma'] },
  versions: [
    {
      name: 'Rack',
      from: 'command',
      argv: ['ruby', '-e', 'puts Gem::Specification.find_by_name(%q(rack)).version'],
      pattern: '^(\\S+)',
    },
    {
      name: 'rack-cors',
      from: 'command',
      argv: ['ruby', '-e', 'puts Gem::Specification.find_by_name(%q(rack-cors)).version'],
      pattern: '^(\\S+)',
    },
    { name: 'Puma', from: 'command', argv: ['puma', '--version'], pattern: '^puma version (\\S+)' },
    { name: 'Ruby', from: 'command', argv: ['ruby', '-v'], pattern: '^ruby (\\S+)' },
  ],
});
