import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'rails-6',
  name: 'Rails 6 (Debian 12)',
  needs: { commands: ['ruby', 'puma'] },
  versions: [
    {
      name: 'Rails',
      from: 'command',
      argv: ['ruby', '-e', 'puts Gem::Specification.find_by_name(%q(railties)).version'],
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
