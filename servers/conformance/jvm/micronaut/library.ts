import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'micronaut',
  name: 'Micronaut, micronaut.server.cors',
  language: 'Java',
  install: {
    from: 'maven',
    packages: {
      'io.micronaut:micronaut-http-server-netty': '',
      'io.micronaut:micronaut-jackson-databind': '',
      'io.micronaut:micronaut-inject-java': '',
      'org.slf4j:slf4j-nop': '2.0.20',
    },
    boms: { 'io.micronaut.platform:micronaut-platform': '4.10.8' },
  },
  start: [
    'java',
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-cp',
    '{system}/classes:{system}/lib/*',
    'api.Server',
  ],
  build: ['javac', '-parameters', '-d', 'classes', '-cp', 'lib/*', 'Server.java'],
  intents: ['declared'],
  source: 'docs.micronaut.io, CORS; memory of CorsFilter',
  guesses: {
    declared: {
      ...keepsAll,
      stranger: 'barred',
      vary: 'if trusted',
      ownVary: 'own only',
      head: 'reads',
      headPreflight: 'refused',
      wrongMethod: 'hidden',
      missingPreflight: 'refused',
      plainOptions: 'error',
    },
  },
});
