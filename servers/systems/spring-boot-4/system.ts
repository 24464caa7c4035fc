import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'spring-boot-4',
  name: 'Spring Boot 4',
  needs: { commands: ['java', 'javac'] },
  versions: [
    {
      name: 'Spring Boot',
      from: 'command',
      argv: ['ls', '{system}/lib'],
      pattern: '^spring-boot-(\\d\\S*)\\.jar$',
    },
    { name: 'Java', from: 'command', argv: ['java', '-version'], pattern: 'version "([^"]+)"' },
  ],
});
