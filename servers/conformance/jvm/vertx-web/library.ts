import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'vertx-web',
  name: 'Vert.x Web, CorsHandler',
  language: 'Java',
  install: {
    from: 'maven',
    packages: { 'io.vertx:vertx-web': '' },
    boms: { 'io.vertx:vertx-stack-depchain': '5.0.7' },
  },
  start: [
    'java',
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-cp',
    '{system}/classes:{system}/lib/*',
    'Server',
  ],
  intents: ['declared', 'defaults'],
  source: 'vertx.io, Vert.x Web, CORS handling; memory of CorsHandlerImpl',
  guesses: {
    declared: { ...keepsAll, stranger: 'barred', ownVary: 'own only', plainOptions: 'error', boom: 'reads' },
    defaults: {
      ...opensAll,
      bare: 'nothing',
      preflight: 'refused',
      method: 'refused',
      header: 'refused',
      missingPreflight: 'refused',
      plainOptions: 'error',
      headPreflight: 'refused',
    },
  },
  build: ['javac', '-proc:none', '-parameters', '-d', 'classes', '-cp', 'lib/*', 'Server.java'],
});
