import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'resteasy',
  name: 'RESTEasy, CorsFilter (Undertow)',
  language: 'Java',
  install: {
    from: 'maven',
    packages: { 'org.jboss.resteasy:resteasy-undertow': '6.2.16.Final', 'org.slf4j:slf4j-nop': '2.0.20' },
  },
  start: [
    'java',
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-cp',
    '{system}/classes:{system}/lib/*',
    'Server',
  ],
  intents: ['declared'],
  source: 'docs.resteasy.dev, CORS; memory of CorsFilter',
  guesses: {
    declared: {
      ...keepsAll,
      stranger: 'barred',
      bare: 'nothing',
      vary: 'if trusted',
      ownVary: 'Origin only',
      missing: 'hidden',
      missingPreflight: 'granted',
      boom: 'hidden',
      wrongMethod: 'hidden',
    },
  },
  notes: ['Its defaults let no origin in until one is added.'],
  build: ['javac', '-proc:none', '-parameters', '-d', 'classes', '-cp', 'lib/*', 'Server.java'],
});
