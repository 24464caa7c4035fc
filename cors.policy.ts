import { definePolicy } from './src/policy/define-policy.ts';

/** What the demo API promises. Put your own API in its place: the target, its origins and its routes. */
export default definePolicy({
  target: 'demo',
  trustedOrigins: ['https://app.example.com', 'https://admin.example.com'],
  sessions: {
    // A page signs in, and its routes send the token of the answer: what pages of another site can hold in every browser.
    user: {
      page: [
        {
          method: 'POST',
          path: '/login',
          body: { contentType: 'application/json', text: '{"user":"ada","password":"lovelace-1815"}' },
        },
      ],
      headersFrom: { authorization: { body: '/token', prefix: 'Bearer ' } },
    },
  },
  routes: [
    {
      path: '/users',
      methods: ['GET', 'POST'],
      requestHeaders: ['content-type'],
      credentials: 'include',
      exposedHeaders: ['x-total-count'],
      preflightCacheSeconds: 600,
      body: { contentType: 'application/json', text: '{"name":"Ada"}' },
    },
    {
      path: '/users/{id}',
      methods: ['GET', 'PUT', 'DELETE'],
      pathParameters: { id: '42' },
      requestHeaders: ['content-type', 'authorization', 'x-request-id'],
      credentials: 'include',
      body: { contentType: 'application/json', text: '{"name":"Ada"}' },
      errors: [{ name: 'unknown user', path: '/users/0', status: 404 }],
    },
    {
      path: '/private',
      methods: ['GET'],
      requestHeaders: ['authorization'],
      session: 'user',
      errors: [{ name: 'unauthenticated', headers: { authorization: null }, status: 401 }],
    },
    { path: '/status', methods: ['GET'], public: true },
  ],
});
