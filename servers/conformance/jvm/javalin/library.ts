import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'javalin',
  name: 'Javalin, bundledPlugins.enableCors',
  language: 'Java',
  install: {
    from: 'maven',
    packages: {
      'io.javalin:javalin': '7.2.3',
      'org.slf4j:slf4j-nop': '2.0.20',
      'com.fasterxml.jackson.core:jackson-databind': '2.23.0',
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
  source: "javalin.io, CORS plugin; shared notes on a refusal whose body is the handler's",
  guesses: {
    declared: {
      ...keepsAll,
      stranger: 'answered',
      method: 'granted',
      header: 'granted',
      ownVary: 'own only',
      vary: 'with Origin',
      varyPreflight: 'origin',
      missingPreflight: 'granted',
    },
    defaults: { ...opensAll, bare: 'nothing', vary: 'never' },
  },
  notes: [
    'It has no option for methods and request headers: what is asked for is granted to a trusted origin.',
  ],
  build: ['javac', '-proc:none', '-parameters', '-d', 'classes', '-cp', 'lib/*', 'Server.java'],
});
