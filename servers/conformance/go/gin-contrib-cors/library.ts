import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'gin-contrib-cors',
  name: 'gin-contrib/cors',
  language: 'Go',
  install: {
    from: 'go',
    packages: { 'github.com/gin-gonic/gin': '1.12.0', 'github.com/gin-contrib/cors': '1.7.7' },
  },
  start: ['{system}/server'],
  intents: ['declared', 'defaults'],
  source: 'README of gin-contrib/cors; memory of config.go',
  guesses: {
    declared: { ...keepsAll, stranger: 'barred', vary: 'if trusted', ownVary: 'own only' },
    defaults: {
      ...opensAll,
      bare: 'nothing',
      method: 'granted',
      header: 'refused',
      preflight: 'refused',
      missingPreflight: 'refused',
      maxAge: 'another',
      headPreflight: 'refused',
    },
  },
});
