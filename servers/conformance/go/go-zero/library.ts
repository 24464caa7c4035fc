import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'go-zero',
  name: 'go-zero, rest.WithCors',
  language: 'Go',
  install: { from: 'go', packages: { 'github.com/zeromicro/go-zero': '1.10.3' } },
  start: ['{system}/server'],
  intents: ['declared', 'defaults'],
  source: 'go-zero.dev, CORS; memory of rest/internal/cors',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'with Origin',
      ownVary: 'own only',
      wrongMethod: 'hidden',
      missing: 'hidden',
    },
    defaults: {
      ...opensAll,
      bare: '*',
      maxAge: 'another',
      preflight: 'granted',
      missing: 'hidden',
      wrongMethod: 'hidden',
    },
  },
  notes: ['Its options take origins; the rest is header lines that a function of the application sets.'],
});
