import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'tomcat-corsfilter',
  name: 'Tomcat, CorsFilter',
  language: 'Java',
  install: { from: 'maven', packages: { 'org.apache.tomcat.embed:tomcat-embed-core': '11.0.27' } },
  start: [
    'java',
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-cp',
    '{system}/classes:{system}/lib/*',
    'Server',
  ],
  intents: ['declared', 'defaults'],
  source: 'tomcat.apache.org, CORS Filter; memory of CorsFilter',
  guesses: {
    declared: {
      ...keepsAll,
      stranger: 'barred',
      ownVary: 'own only',
      head: 'hidden',
      headPreflight: 'refused',
      wrongMethod: 'hidden',
      plainOptions: 'error',
    },
    defaults: {
      ...opensAll,
      preflight: 'refused',
      method: 'refused',
      header: 'refused',
      missingPreflight: 'refused',
      maxAge: 'another',
      bare: 'nothing',
      plainOptions: 'ok',
    },
  },
  build: ['javac', '-proc:none', '-parameters', '-d', 'classes', '-cp', 'lib/*', 'Server.java'],
});
