import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'middy-http-cors',
  name: '@middy/http-cors (AWS Lambda)',
  language: 'JavaScript',
  install: {
    from: 'npm',
    packages: { '@middy/core': '6.4.5', '@middy/http-cors': '6.4.5', '@middy/http-error-handler': '6.4.5' },
  },
  start: ['{node}', 'server.mjs'],
  intents: ['declared', 'defaults'],
  source: 'middy.js.org, http-cors; memory of index.js',
  guesses: {
    declared: { ...keepsAll, bare: 'an origin', boom: 'hidden' },
    defaults: {
      ...opensAll,
      preflight: 'refused',
      method: 'refused',
      header: 'refused',
      headPreflight: 'refused',
      missingPreflight: 'refused',
      boom: 'hidden',
    },
  },
  notes: [
    'A few lines in front of it make events of API Gateway, version 2.0, of requests, and responses of what it returns.',
  ],
});
