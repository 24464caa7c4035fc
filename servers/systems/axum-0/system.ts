import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'axum-0',
  name: 'Axum',
  needs: { commands: ['cargo'] },
  versions: [
    {
      name: 'axum',
      from: 'command',
      argv: ['sh', '-c', 'grep "^axum = " "$0/Cargo.toml"', '{system}'],
      pattern: '"=(\\S+)"',
    },
    {
      name: 'tower-http',
      from: 'command',
      argv: ['sh', '-c', 'grep "^tower-http = " "$0/Cargo.toml"', '{system}'],
      pattern: '"=(\\S+)"',
    },
    { name: 'Rust', from: 'command', argv: ['cargo', '--version'], pattern: 'cargo (\\S+)' },
  ],
});
