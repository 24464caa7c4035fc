/**
 * What people build an API with. The key is what a policy writes as `stack`. What gives one away stands with the signs of
 * `src/responder/`.
 */
export const stacks = {
  nextjs: { name: 'Next.js' },
  express: { name: 'Express' },
  nestjs: { name: 'NestJS' },
  fastify: { name: 'Fastify' },
  koa: { name: 'Koa' },
  hono: { name: 'Hono' },
  trpc: { name: 'tRPC' },
  'socket-io': { name: 'Socket.IO' },
  'fetch-handler': { name: 'Fetch handler (Cloudflare Workers and others)' },
  'aws-lambda': { name: 'AWS Lambda proxy handler' },
  django: { name: 'Django' },
  flask: { name: 'Flask' },
  fastapi: { name: 'FastAPI' },
  go: { name: 'Go net/http' },
  gin: { name: 'Gin' },
  echo: { name: 'Echo' },
  chi: { name: 'chi' },
  axum: { name: 'axum' },
  'actix-web': { name: 'Actix Web' },
  spring: { name: 'Spring Boot' },
  rack: { name: 'Rack and Rails' },
  php: { name: 'PHP' },
  nginx: { name: 'nginx' },
  apache: { name: 'Apache httpd' },
  caddy: { name: 'Caddy' },
  haproxy: { name: 'HAProxy' },
  envoy: { name: 'Envoy' },
  traefik: { name: 'Traefik' },
  vite: { name: 'Vite' },
  webpack: { name: 'webpack-dev-server' },
  'create-react-app': { name: 'Create React App' },
  'http-proxy-middleware': { name: 'http-proxy-middleware' },
} as const satisfies Record<string, { readonly name: string }>;

export type StackId = keyof typeof stacks;

export const isStack = (name: string): name is StackId => Object.hasOwn(stacks, name);
