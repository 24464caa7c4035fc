import { serve } from '@hono/node-server';
import app from './app.js';

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  console.log(`listening on port ${port}`);
});
