import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'h3-cors',
  name: 'h3, handleCors',
  language: 'JavaScript',
  install: { from: 'npm', packages: { h3: '2.0.8' } },
  start: ['{node}', 'server.mjs'],
  intents: ['declared', 'defaults'],
  source: 'h3.dev, Security utilities; memory of src/utils/cors.ts',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'if trusted',
      ownVary: 'own only',
      missing: 'hidden',
      boom: 'hidden',
      wrongMethod: 'hidden',
      moved: 'hidden',
      head: 'hidden',
      plainOptions: 'error',
    },
    defaults: {
      ...opensAll,
      expose: 'reads',
      missing: 'hidden',
      boom: 'hidden',
      wrongMethod: 'hidden',
      moved: 'hidden',
      head: 'hidden',
      plainOptions: 'error',
    },
  },
});
