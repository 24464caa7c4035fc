import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'oslo-middleware',
  name: 'oslo.middleware, CORS (OpenStack)',
  language: 'Python',
  install: { from: 'pypi', packages: { 'oslo.middleware': '8.2.0', waitress: '3.0.2' } },
  start: ['{python}', 'server.py'],
  intents: ['declared'],
  source: 'docs.openstack.org, oslo.middleware, CORS; memory of cors.py',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'if trusted',
      ownVary: 'both',
      headPreflight: 'refused',
      boom: 'hidden',
      plainOptions: 'error',
    },
  },
});
