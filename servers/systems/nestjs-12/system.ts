import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'nestjs-12',
  name: 'NestJS 12',
  needs: { node: '20.0.0' },
  versions: [
    { name: 'NestJS', from: 'npm', package: '@nestjs/core' },
    { name: 'Express', from: 'npm', package: 'express' },
  ],
});
