import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'gin-1',
  name: 'Gin 1',
  needs: { commands: ['go'] },
  versions: [
    {
      name: 'Gin',
      from: 'command',
      argv: ['sh', '-c', 'grep "github.com/gin-gonic/gin v" "$0/go.mod"', '{system}'],
      pattern: 'github\\.com/gin\\-gonic/gin v(\\S+)',
    },
    {
      name: 'gin-contrib/cors',
      from: 'command',
      argv: ['sh', '-c', 'grep "github.com/gin-contrib/cors v" "$0/go.mod"', '{system}'],
      pattern: 'github\\.com/gin\\-contrib/cors v(\\S+)',
    },
    { name: 'Go', from: 'command', argv: ['go', 'version'], pattern: 'go version go(\\S+)' },
  ],
});
