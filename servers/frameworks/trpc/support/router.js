import { initTRPC } from '@trpc/server';

export const createContext = ({ res }) => ({ res });

const { procedure, router: routerOf } = initTRPC.context().create();

export const router = routerOf({
  items: procedure.query(({ ctx }) => {
    ctx.res.setHeader('X-Total-Count', '2');
    return [{ id: 1 }, { id: 2 }];
  }),
  boom: procedure.query(() => {
    throw new Error('an uncaught exception');
  }),
});
