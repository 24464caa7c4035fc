import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'actix-web-4',
  name: 'Actix Web 4',
  needs: { commands: ['cargo'] },
  versions: [
    {
      name: 'actix-web',
      from: 'command',
      argv: ['sh', '-c', 'grep "^actix-web = " "$0/Cargo.toml"', '{system}'],
      pattern: '"=(\\S+)"',
    },
    {
      name: 'actix-cors',
      from: 'command',
      argv: ['sh', '-c', 'grep "^actix-cors = " "$0/Cargo.toml"', '{system}'],
      pattern: '"=(\\S+)"',
    },
    { name: 'Rust', from: 'command', argv: ['cargo', '--version'], pattern: 'cargo (\\S+)' },
  ],
});
