import cors from '@koa/cors';
import Router from '@koa/router';
import Koa from 'koa';

const trusted = ['https://app.example.com', 'https://admin.example.com'];
const declared = {
  origin: (context) => (trusted.includes(context.get('Origin')) ? context.get('Origin') : ''),
  allowMethods: ['GET', 'PUT', 'DELETE'],
  allowHeaders: ['content-type', 'authorization'],
  credentials: true,
  exposeHeaders: ['x-total-count'],
  maxAge: 600,
};
const router = new Router();
router.get('/items', (context) => {
  context.set('X-Total-Count', '5');
  context.body = ['carried out'];
});
router.put('/items', (context) => {
  context.body = ['carried out'];
});
router.delete('/items', (context) => {
  context.body = ['carried out'];
});
router.get('/vary', (context) => {
  context.set('Vary', 'Accept-Language');
  context.body = ['carried out'];
});
router.get('/moved', (context) => context.redirect('/items'));
router.get('/boom', () => {
  throw new Error('uncaught');
});
const app = new Koa({ silent: true });
app.use(process.env.INTENT === 'declared' ? cors(declared) : cors());
app.use(router.routes()).use(router.allowedMethods());
app.listen(Number(process.env.PORT), '127.0.0.1');
