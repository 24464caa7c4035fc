import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'next-route-handlers',
  name: 'Next.js, route handlers by hand',
  language: 'JavaScript',
  install: { from: 'npm', packages: { next: '16.4.6', react: '19.3.1', 'react-dom': '19.3.1' } },
  start: [
    '{node}',
    '{system}/node_modules/next/dist/bin/next',
    'start',
    '{system}',
    '--port={port}',
    '--hostname=127.0.0.1',
  ],
  env: { NEXT_TELEMETRY_DISABLED: '1' },
  intents: ['declared'],
  source: 'nextjs.org, Route Handlers, CORS; memory',
  guesses: {
    declared: {
      ...keepsAll,
      missing: 'hidden',
      missingPreflight: 'refused',
      boom: 'hidden',
      wrongMethod: 'hidden',
    },
  },
  notes: [
    'Next.js has no CORS of its own: these are handlers that set the headers, as its documentation shows.',
  ],
  build: ['sh', 'build.sh'],
});
