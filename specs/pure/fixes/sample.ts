import type { FixValues } from '../../../src/fix/fix.ts';

export const values: FixValues = {
  origins: ['https://app.example.com', 'http://localhost:3000'],
  methods: ['GET', 'PUT'],
  requestHeaders: ['content-type', 'x-request-id'],
  exposedHeaders: ['x-total-count'],
  maxAgeSeconds: 600,
  credentials: true,
  backend: 'http://localhost:8080',
  port: 3000,
};
