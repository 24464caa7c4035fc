import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { expressMiddleware } from '@as-integrations/express5';
import cors from 'cors';
import express from 'express';

const declared = {
  origin: ['https://app.example.com', 'https://admin.example.com'],
  methods: ['GET', 'PUT', 'DELETE'],
  allowedHeaders: ['content-type', 'authorization'],
  credentials: true,
  exposedHeaders: ['x-total-count'],
  maxAge: 600,
};
const server = new ApolloServer({
  csrfPrevention: false,
  typeDefs: 'type Query { items: String! vary: String! boom: String! }',
  resolvers: {
    Query: {
      items: (_, __, { res }) => {
        res.setHeader('X-Total-Count', '5');
        return 'carried out';
      },
      vary: (_, __, { res }) => {
        res.setHeader('Vary', 'Accept-Language');
        return 'carried out';
      },
      boom: () => {
        throw new Error('uncaught');
      },
    },
  },
});
const context = async ({ res }) => ({ res });
const port = Number(process.env.PORT);
if (process.env.INTENT === 'declared') {
  await server.start();
  const app = express();
  app.use('/', cors(declared), express.json(), expressMiddleware(server, { context }));
  app.listen(port, '127.0.0.1');
} else await startStandaloneServer(server, { context, listen: { port, host: '127.0.0.1' } });
