import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'echo-4',
  name: 'Echo 4',
  needs: { commands: ['go'] },
  versions: [
    {
      name: 'Echo',
      from: 'command',
      argv: ['sh', '-c', 'grep "github.com/labstack/echo/v4 v" "$0/go.mod"', '{system}'],
      pattern: 'github\\.com/labstack/echo/v4 v(\\S+)',
    },
    { name: 'Go', from: 'command', argv: ['go', 'version'], pattern: 'go version go(\\S+)' },
  ],
});
