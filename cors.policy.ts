import { definePolicy } from './src/policy/define-policy.ts';

/** What the demo API promises. Put your own API in its place: the target, its origins and its routes. */
export default definePolicy({
  target: 'demo',
  trustedOrigins: ['https://app.example.com', 'https://admin.example.com'],
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
      credentials: 'include',
      headers: { authorization: 'Bearer demo-token' },
      errors: [{ name: 'unauthenticated', headers: { authorization: null }, status: 401 }],
    },
    { path: '/status', methods: ['GET'], public: true },
  ],
});
