import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'chalice',
  name: 'AWS Chalice, CORSConfig (chalice local)',
  language: 'Python',
  install: { from: 'pypi', packages: { chalice: '1.34.0', setuptools: '80.9.0' } },
  start: ['{python}', 'server.py'],
  intents: ['declared', 'defaults'],
  source: 'aws.github.io, chalice, CORS; memory of local.py',
  guesses: {
    declared: {
      ...keepsAll,
      trusted: 'one',
      bare: 'an origin',
      vary: 'never',
      ownVary: 'own only',
      varyPreflight: 'none',
      header: 'refused',
      head: 'hidden',
      missing: 'hidden',
      missingPreflight: 'refused',
      wrongMethod: 'hidden',
    },
    defaults: {
      ...opensAll,
      header: 'refused',
      method: 'refused',
      head: 'hidden',
      missing: 'hidden',
      missingPreflight: 'refused',
      wrongMethod: 'hidden',
    },
  },
  notes: ['Its option for origins takes one. This is its own local server, which stands for API Gateway.'],
});
