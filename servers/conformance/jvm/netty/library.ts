import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'netty',
  name: 'Netty, CorsHandler',
  language: 'Java',
  install: { from: 'maven', packages: { 'io.netty:netty-codec-http': '4.2.18.Final' } },
  start: [
    'java',
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-cp',
    '{system}/classes:{system}/lib/*',
    'Server',
  ],
  intents: ['declared', 'defaults'],
  source: 'netty.io, CorsHandler and CorsConfigBuilder; memory: Armeria is modelled on it',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'if trusted',
      ownVary: 'Origin only',
      missingPreflight: 'granted',
      boom: 'reads',
    },
    defaults: {
      ...opensAll,
      bare: 'nothing',
      preflight: 'refused',
      method: 'refused',
      header: 'refused',
      headPreflight: 'refused',
      missingPreflight: 'refused',
    },
  },
  notes: ['It has no routes of its own: paths are told apart by the handler behind it.'],
  build: ['javac', '-proc:none', '-parameters', '-d', 'classes', '-cp', 'lib/*', 'Server.java'],
});
