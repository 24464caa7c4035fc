import { createServer } from 'node:http';
import { createServerAdapter } from '@whatwg-node/server';
import { AutoRouter, cors } from 'itty-router';

const declared = {
  origin: ['https://app.example.com', 'https://admin.example.com'],
  allowMethods: ['GET', 'PUT', 'DELETE'],
  allowHeaders: ['content-type', 'authorization'],
  credentials: true,
  exposeHeaders: ['x-total-count'],
  maxAge: 600,
};
const { preflight, corsify } = cors(process.env.INTENT === 'declared' ? declared : {});
const router = AutoRouter({ before: [preflight], finally: [corsify] });
router.get('/items', () => Response.json(['carried out'], { headers: { 'X-Total-Count': '5' } }));
router.put('/items', () => ['carried out']);
router.delete('/items', () => ['carried out']);
router.get('/vary', () => Response.json(['carried out'], { headers: { Vary: 'Accept-Language' } }));
router.get('/moved', () => new Response(null, { status: 302, headers: { Location: '/items' } }));
router.get('/boom', () => {
  throw new Error('uncaught');
});
createServer(createServerAdapter(router.fetch)).listen(Number(process.env.PORT), '127.0.0.1');
