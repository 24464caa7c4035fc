import { defineSystem } from '../../../src/fix/fix.ts';

export default defineSystem({
  id: 'fastapi',
  name: 'FastAPI',
  needs: {},
  versions: [
    { name: 'FastAPI', from: 'python', package: 'fastapi' },
    { name: 'Starlette', from: 'python', package: 'starlette' },
    { name: 'uvicorn', from: 'python', package: 'uvicorn' },
  ],
});
