import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'nestjs',
  name: 'NestJS, enableCors',
  language: 'JavaScript',
  install: {
    from: 'npm',
    packages: {
      '@nestjs/common': '12.5.1',
      '@nestjs/core': '12.5.1',
      '@nestjs/platform-express': '12.5.1',
      'reflect-metadata': '0.2.2',
      rxjs: '7.8.2',
    },
  },
  start: ['{node}', 'server.mjs'],
  intents: ['declared', 'defaults'],
  source: 'docs.nestjs.com, CORS: it hands its options to cors',
  guesses: {
    declared: { ...keepsAll, ownVary: 'own only' },
    defaults: { ...opensAll, varyPreflight: 'no origin' },
  },
});
