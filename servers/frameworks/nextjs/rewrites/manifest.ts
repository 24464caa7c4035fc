import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'nextjs-rewrites',
  stack: 'nextjs',
  variant: 'rewrites',
  role: 'dev-proxy',
  systems: ['next-16'],
  preferred: true,
  printed: 'next.config.js',
  language: 'js',
  install: '',
  start: {
    argv: ['{node}', '{system}/node_modules/next/dist/bin/next', 'dev', '-H', '127.0.0.1', '-p', '0'],
    ready: { kind: 'line', startsWith: '- Local:' },
    port: 'own',
    env: { NEXT_TELEMETRY_DISABLED: '1' },
  },
  otherStarts: {
    'build and start': {
      argv: [
        '{node}',
        'build-and-start.mjs',
        '{system}/node_modules/next/dist/bin/next',
        '-H',
        '127.0.0.1',
        '-p',
        '0',
      ],
      ready: { kind: 'line', startsWith: '- Local:' },
      port: 'own',
      env: { NEXT_TELEMETRY_DISABLED: '1' },
    },
  },
  host: 'backend',
  limits: [
    { scenario: 'absolute redirect', status: null, why: 'A rewrite passes Location on as it is.' },
    { scenario: 'Origin check', status: 403, why: 'A rewrite changes Host and leaves Origin as it is.' },
  ],
  notes: [],
  broken: [
    {
      id: 'slash-redirected',
      defect:
        'Next.js takes the slash off the end, an API that wants it puts it back, and so on without end.',
      seen: { by: 'page', scenario: 'trailing slash', diagnosis: 'redirect-limit', status: null },
    },
  ],
});
