import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'socket-io-4',
  name: 'Socket.IO 4',
  needs: { node: '18.0.0' },
  versions: [
    { name: 'Socket.IO', from: 'npm', package: 'socket.io' },
    { name: 'Express', from: 'npm', package: 'express' },
    { name: 'cors', from: 'npm', package: 'cors' },
  ],
});
