import { initTRPC } from '@trpc/server';
import { createHTTPServer } from '@trpc/server/adapters/standalone';
import cors from 'cors';

const declared = {
  origin: ['https://app.example.com', 'https://admin.example.com'],
  methods: ['GET', 'PUT', 'DELETE'],
  allowedHeaders: ['content-type', 'authorization'],
  credentials: true,
  exposedHeaders: ['x-total-count'],
  maxAge: 600,
};
const { procedure, router } = initTRPC.context().create();
createHTTPServer({
  middleware: process.env.INTENT === 'declared' ? cors(declared) : cors(),
  createContext: ({ res }) => ({ res }),
  router: router({
    items: procedure.query(({ ctx }) => {
      ctx.res.setHeader('X-Total-Count', '5');
      return ['carried out'];
    }),
    vary: procedure.query(({ ctx }) => {
      ctx.res.setHeader('Vary', 'Accept-Language');
      return ['carried out'];
    }),
    boom: procedure.query(() => {
      throw new Error('uncaught');
    }),
  }),
}).listen(Number(process.env.PORT), '127.0.0.1');
