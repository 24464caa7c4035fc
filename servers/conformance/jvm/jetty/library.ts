import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'jetty',
  name: 'Jetty, CrossOriginHandler',
  language: 'Java',
  install: {
    from: 'maven',
    packages: { 'org.eclipse.jetty:jetty-server': '12.1.14', 'org.slf4j:slf4j-nop': '2.0.20' },
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
  source: 'jetty.org, CrossOriginHandler; memory',
  guesses: {
    declared: {
      ...keepsAll,
      ownVary: 'Origin only',
      plainOptions: 'error',
      missingPreflight: 'granted',
      vary: 'with Origin',
    },
  },
  notes: ['Its defaults let no origin in until patterns are given.'],
  build: ['javac', '-proc:none', '-parameters', '-d', 'classes', '-cp', 'lib/*', 'Server.java'],
});
