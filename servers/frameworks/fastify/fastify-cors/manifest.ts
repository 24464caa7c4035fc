import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'fastify-fastify-cors',
  stack: 'fastify',
  variant: '@fastify/cors',
  role: 'api',
  systems: ['fastify-5'],
  preferred: true,
  printed: 'app.js',
  language: 'js',
  install: 'npm install @fastify/cors',
  backend: 'none',
  start: {
    argv: ['{node}', 'server.js'],
    ready: { kind: 'line', startsWith: 'listening on port ' },
    port: 'own',
  },
  plainOptions: {
    status: 404,
    trustedStatus: 400,
    why: 'Fastify has no route for it; with a trusted Origin the plugin says that it is no CORS-preflight request.',
  },
  notes: [],
  broken: [
    {
      id: 'method-not-allowed',
      defect:
        'The methods are left out, and since version 11 the plugin then allows GET, HEAD and POST only.',
      seen: { by: 'browser', scenario: 'DELETE', diagnosis: 'method-not-allowed' },
    },
    {
      id: 'reply-hijacked',
      defect: 'The handler writes to reply.raw, which has none of the headers of reply.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-missing' },
      hint: {
        on: 'ok',
        text: 'A handler that writes to reply.raw, or has called reply.hijack(), as event streams do, sends none of the headers that @fastify/cors has set on reply: pass them on, reply.raw.writeHead(200, { ...reply.getHeaders(), … }).',
      },
    },
    {
      id: 'plugin-beside',
      defect: 'The plugin is registered in another one, and the routes are not in it.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-missing' },
      hint: {
        on: 'any',
        text: 'An @fastify/cors that is registered within a plugin is for the routes of that plugin alone, and not for the 404: register it on the root instance, before all others.',
      },
    },
  ],
});
