import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';

const yoga = createYoga({
  logging: false,
  cors: {
    origin: ['https://app.example.com', 'https://admin.example.com'],
    methods: ['GET', 'PUT', 'DELETE'],
    allowedHeaders: ['content-type', 'authorization'],
    credentials: true,
    exposedHeaders: ['x-total-count'],
    maxAge: 600,
  },
  schema: createSchema({
    typeDefs: 'type Query { items: [String!]! }',
    resolvers: { Query: { items: () => ['carried out'] } },
  }),
  plugins: [
    {
      onResponse: ({ response }) => {
        response.headers.set('X-Total-Count', '5');
      },
    },
  ],
});
createServer(yoga).listen(Number(process.env.PORT), '127.0.0.1');
