import Router from '@koa/router';

const router = new Router();
export default router;

router.get('/items', (ctx) => {
  ctx.set('X-Total-Count', '2');
  ctx.body = [{ id: 1 }, { id: 2 }];
});
router.put('/items/1', async (ctx) => {
  const chunks = [];
  for await (const chunk of ctx.req) chunks.push(chunk);
  ctx.body = { id: 1, ...JSON.parse(Buffer.concat(chunks)) };
});
router.delete('/items/1', (ctx) => {
  ctx.body = { deleted: 1 };
});
router.get('/boom', () => {
  throw new Error('an uncaught exception');
});
