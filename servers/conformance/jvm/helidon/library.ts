import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'helidon',
  name: 'Helidon 3, CorsSupport',
  language: 'Java',
  install: {
    from: 'maven',
    packages: {
      'io.helidon.webserver:helidon-webserver': '3.0.2',
      'io.helidon.webserver:helidon-webserver-cors': '3.0.2',
    },
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
  source: 'helidon.io, CORS in Helidon SE; memory of CorsSupportHelper',
  guesses: {
    declared: {
      ...keepsAll,
      stranger: 'barred',
      vary: 'if trusted',
      ownVary: 'both',
      missing: 'hidden',
      boom: 'hidden',
      wrongMethod: 'hidden',
      plainOptions: 'error',
    },
    defaults: {
      ...opensAll,
      bare: 'nothing',
      missing: 'hidden',
      boom: 'hidden',
      wrongMethod: 'hidden',
      maxAge: 'another',
      plainOptions: 'error',
    },
  },
  notes: ['Version 4 needs Java 21; the runs have Java 17.'],
  build: ['javac', '-proc:none', '-parameters', '-d', 'classes', '-cp', 'lib/*', 'Server.java'],
});
