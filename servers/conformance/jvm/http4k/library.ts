import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'http4k',
  name: 'http4k, ServerFilters.Cors',
  language: 'Kotlin',
  install: {
    from: 'maven',
    packages: {
      'org.http4k:http4k-core': '5.47.0.0',
      'org.jetbrains.kotlin:kotlin-compiler-embeddable': '2.4.21',
      'org.jetbrains.kotlin:kotlin-stdlib': '2.4.21',
    },
  },
  start: [
    'java',
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-cp',
    '{system}/classes:{system}/lib/*',
    'ServerKt',
  ],
  build: [
    'sh',
    '-c',
    "java -cp 'lib/*' org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -no-stdlib -no-reflect -nowarn -cp $(echo lib/*.jar | tr ' ' ':') -d classes server.kt",
  ],
  intents: ['declared'],
  source: 'http4k.org, Cors filter; memory of ServerFilters',
  guesses: { declared: { ...keepsAll, vary: 'never', varyPreflight: 'none', ownVary: 'own only' } },
});
