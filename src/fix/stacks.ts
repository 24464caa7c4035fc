/** A response header that gives a stack away. `startsWith` is compared in any letter case. */
export interface StackHint {
  readonly header: string;
  readonly startsWith: string;
}

/**
 * What people build an API with. The key is what a policy writes as `stack`. Applications come before
 * servers: behind a proxy, it is the application that is most often changed.
 */
export const stacks = {
  nextjs: { name: 'Next.js', hints: [{ header: 'x-powered-by', startsWith: 'Next.js' }] },
  express: { name: 'Express', hints: [{ header: 'x-powered-by', startsWith: 'Express' }] },
  nestjs: { name: 'NestJS', hints: [] },
  fastify: { name: 'Fastify', hints: [] },
  koa: { name: 'Koa', hints: [] },
  hono: { name: 'Hono', hints: [] },
  'fetch-handler': { name: 'Fetch handler (Cloudflare Workers and others)', hints: [] },
  'aws-lambda': {
    name: 'AWS Lambda proxy handler',
    hints: [
      { header: 'x-amzn-requestid', startsWith: '' },
      { header: 'apigw-requestid', startsWith: '' },
    ],
  },
  django: { name: 'Django', hints: [{ header: 'server', startsWith: 'WSGIServer/' }] },
  flask: { name: 'Flask', hints: [{ header: 'server', startsWith: 'Werkzeug/' }] },
  fastapi: { name: 'FastAPI', hints: [{ header: 'server', startsWith: 'uvicorn' }] },
  go: { name: 'Go net/http', hints: [] },
  spring: { name: 'Spring Boot', hints: [] },
  rack: {
    name: 'Rack and Rails',
    hints: [
      { header: 'x-runtime', startsWith: '' },
      { header: 'server', startsWith: 'WEBrick' },
      { header: 'server', startsWith: 'puma' },
      { header: 'x-powered-by', startsWith: 'Phusion Passenger' },
    ],
  },
  php: { name: 'PHP', hints: [{ header: 'x-powered-by', startsWith: 'PHP/' }] },
  nginx: {
    name: 'nginx',
    hints: [
      { header: 'server', startsWith: 'nginx' },
      { header: 'server', startsWith: 'openresty' },
    ],
  },
  apache: { name: 'Apache httpd', hints: [{ header: 'server', startsWith: 'Apache' }] },
  caddy: { name: 'Caddy', hints: [{ header: 'server', startsWith: 'Caddy' }] },
  haproxy: { name: 'HAProxy', hints: [] },
  vite: { name: 'Vite', hints: [] },
  webpack: { name: 'webpack-dev-server', hints: [] },
  'create-react-app': { name: 'Create React App', hints: [] },
  'http-proxy-middleware': { name: 'http-proxy-middleware', hints: [] },
} as const satisfies Record<string, { readonly name: string; readonly hints: readonly StackHint[] }>;

export type StackId = keyof typeof stacks;

export const isStack = (name: string): name is StackId => Object.hasOwn(stacks, name);

/** A stack, and the response header line that gave it away. */
export interface StackGuess {
  readonly stack: StackId;
  readonly hint: string;
}

/**
 * Returns the stack `among` those given that these response headers hint at, or `null`. The answer is a guess: a header
 * can be removed, and NestJS, for one, calls itself Express.
 */
export function guessStack(
  headers: readonly (readonly [name: string, value: string])[],
  among: ReadonlySet<StackId> = new Set(Object.keys(stacks).filter(isStack)),
): StackGuess | null {
  for (const [id, { hints }] of Object.entries(stacks)) {
    if (!isStack(id) || !among.has(id)) continue;
    const found = headers.find(([name, value]) =>
      hints.some(
        ({ header, startsWith }: StackHint) =>
          name.toLowerCase() === header && value.toLowerCase().startsWith(startsWith.toLowerCase()),
      ),
    );
    if (found !== undefined) return { stack: id, hint: found.join(': ') };
  }
  return null;
}
