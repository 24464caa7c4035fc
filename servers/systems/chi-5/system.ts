import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'chi-5',
  name: 'chi 5',
  needs: { commands: ['go'] },
  versions: [
    {
      name: 'chi',
      from: 'command',
      argv: ['sh', '-c', 'grep "github.com/go-chi/chi/v5 v" "$0/go.mod"', '{system}'],
      pattern: 'github\\.com/go\\-chi/chi/v5 v(\\S+)',
    },
    {
      name: 'go-chi/cors',
      from: 'command',
      argv: ['sh', '-c', 'grep "github.com/go-chi/cors v" "$0/go.mod"', '{system}'],
      pattern: 'github\\.com/go\\-chi/cors v(\\S+)',
    },
    { name: 'Go', from: 'command', argv: ['go', 'version'], pattern: 'go version go(\\S+)' },
  ],
});
