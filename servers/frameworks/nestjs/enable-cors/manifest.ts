import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'nestjs-enable-cors',
  stack: 'nestjs',
  variant: 'enableCors',
  role: 'api',
  systems: ['nestjs-12'],
  preferred: true,
  printed: 'src/main.ts',
  language: 'ts',
  install: '',
  backend: 'none',
  start: {
    argv: ['{node}', 'start.js'],
    env: { PORT: '0', HOST: '127.0.0.1' },
    ready: { kind: 'line', startsWith: 'Application is running on: ' },
    port: 'own',
  },
  plainOptions: {
    status: 404,
    trustedStatus: 204,
    why: 'NestJS has no route for it; with a trusted Origin the package below takes it for a CORS-preflight request.',
  },
  notes: [],
  broken: [
    {
      id: 'origin-wildcard-with-credentials',
      defect: 'The origin is "*", although credentials are allowed.',
      seen: {
        by: 'browser',
        scenario: 'credentialed GET',
        diagnosis: 'origin-wildcard-with-credentials',
      },
    },
    {
      id: 'limiter-first',
      defect: 'What limits requests is used before CORS is enabled, and its 429 cannot be read.',
      seen: {
        by: 'browser',
        scenario: {
          path: '/limited',
          method: 'GET',
          headers: [],
          body: null,
          credentialsMode: 'include',
          status: 429,
          readable: [],
        },
        diagnosis: 'origin-missing',
      },
      hint: {
        on: [401, 403, 429],
        text: 'What app.use() adds before app.enableCors(), a limiter or a check of a session, answers without the headers: call app.enableCors() first.',
      },
    },
  ],
});
