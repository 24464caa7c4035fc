import { Hono } from 'hono';

const routes = new Hono();
export default routes;

routes.get('/items', (c) => c.json([{ id: 1 }, { id: 2 }], 200, { 'X-Total-Count': '2' }));
routes.put('/items/1', async (c) => c.json({ id: 1, ...(await c.req.json()) }));
routes.delete('/items/1', (c) => c.json({ deleted: 1 }));
routes.get('/boom', () => {
  throw new Error('an uncaught exception');
});
