import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'vite';

mkdirSync('public');
writeFileSync('public/items.json', '["carried out"]');
writeFileSync('index.html', '<p>carried out');
const declared = {
  origin: ['https://app.example.com', 'https://admin.example.com'],
  methods: ['GET', 'PUT', 'DELETE'],
  allowedHeaders: ['content-type', 'authorization'],
  credentials: true,
  exposedHeaders: ['x-total-count'],
  maxAge: 600,
};
const server = await createServer({
  logLevel: 'silent',
  configFile: false,
  server: {
    host: '127.0.0.1',
    port: Number(process.env.PORT),
    strictPort: true,
    ...(process.env.INTENT === 'declared' ? { cors: declared } : {}),
  },
});
await server.listen();
