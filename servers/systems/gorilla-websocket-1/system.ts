import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'gorilla-websocket-1',
  name: 'gorilla/websocket 1',
  needs: { commands: ['go'] },
  versions: [
    {
      name: 'gorilla/websocket',
      from: 'command',
      argv: ['sh', '-c', 'grep "github.com/gorilla/websocket v" "$0/go.mod"', '{system}'],
      pattern: 'github\\.com/gorilla/websocket v(\\S+)',
    },
    { name: 'Go', from: 'command', argv: ['go', 'version'], pattern: 'go version go(\\S+)' },
  ],
});
