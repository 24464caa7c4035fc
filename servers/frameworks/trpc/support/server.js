import { createServer } from 'node:http';
import handler from './app.js';

const server = createServer(handler).listen(0, '127.0.0.1', () => {
  console.log(`listening on port ${server.address().port}`);
});
