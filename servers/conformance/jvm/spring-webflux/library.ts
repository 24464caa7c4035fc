import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'spring-webflux',
  name: 'Spring WebFlux, addCorsMappings',
  language: 'Java',
  install: {
    from: 'maven',
    packages: { 'org.springframework.boot:spring-boot-starter-webflux': '' },
    boms: { 'org.springframework.boot:spring-boot-dependencies': '4.1.2' },
  },
  start: [
    'java',
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-cp',
    '{system}/classes:{system}/lib/*',
    'api.Server',
  ],
  env: { SERVER_PORT: '{port}', SERVER_ADDRESS: '127.0.0.1', LOGGING_LEVEL_ROOT: 'error' },
  intents: ['declared', 'defaults'],
  source: 'docs.spring.io, WebFlux, CORS; memory of DefaultCorsProcessor',
  guesses: {
    declared: {
      ...keepsAll,
      stranger: 'barred',
      varyPreflight: 'all three',
      head: 'hidden',
      headPreflight: 'refused',
      wrongMethod: 'hidden',
      plainOptions: 'error',
      missingPreflight: 'refused',
    },
    defaults: {
      ...opensAll,
      vary: 'always',
      varyPreflight: 'all three',
      preflight: 'refused',
      method: 'refused',
      header: 'refused',
      missingPreflight: 'refused',
      maxAge: 'another',
      plainOptions: 'error',
      bare: 'nothing',
      ownVary: 'both',
    },
  },
  build: ['javac', '-proc:none', '-parameters', '-d', 'classes', '-cp', 'lib/*', 'Server.java'],
});
