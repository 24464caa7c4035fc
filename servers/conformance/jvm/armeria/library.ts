import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'armeria',
  name: 'Armeria, CorsService',
  language: 'Java',
  install: {
    from: 'maven',
    packages: { 'com.linecorp.armeria:armeria': '1.33.4', 'org.slf4j:slf4j-nop': '2.0.20' },
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
  source: 'armeria.dev, Configuring CORS; memory',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'if trusted',
      ownVary: 'own only',
      wrongMethod: 'hidden',
      missing: 'hidden',
      boom: 'reads',
      missingPreflight: 'refused',
      plainOptions: 'error',
      method: 'refused',
    },
    defaults: {
      ...opensAll,
      bare: 'nothing',
      wrongMethod: 'hidden',
      missing: 'hidden',
      missingPreflight: 'refused',
      plainOptions: 'error',
      preflight: 'refused',
      method: 'refused',
      header: 'refused',
    },
  },
  build: ['javac', '-proc:none', '-parameters', '-d', 'classes', '-cp', 'lib/*', 'Server.java'],
});
