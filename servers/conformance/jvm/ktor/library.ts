import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'ktor',
  name: 'Ktor, CORS',
  language: 'Kotlin',
  install: {
    from: 'maven',
    packages: {
      'io.ktor:ktor-server-netty-jvm': '3.5.2',
      'io.ktor:ktor-server-cors-jvm': '3.5.2',
      'org.jetbrains.kotlin:kotlin-compiler-embeddable': '2.4.21',
      'org.jetbrains.kotlin:kotlin-stdlib': '2.4.21',
      'org.slf4j:slf4j-nop': '2.0.20',
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
  intents: ['declared', 'defaults'],
  source: 'ktor.io, CORS; memory of CORS plugin',
  guesses: {
    declared: {
      ...keepsAll,
      stranger: 'barred',
      vary: 'with Origin',
      plainOptions: 'error',
      wrongMethod: 'reads',
    },
    defaults: {
      ...opensAll,
      bare: 'nothing',
      preflight: 'refused',
      method: 'refused',
      header: 'refused',
      maxAge: 'another',
      missingPreflight: 'refused',
      plainOptions: 'error',
      headPreflight: 'refused',
    },
  },
  notes: ['GET, POST and HEAD are allowed whatever is listed.'],
});
