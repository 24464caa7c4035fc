/**
 * Runs a command beside each of six small servers, for docs/compared.md: `npm run compared -- '<command>'`. `{api}` in it
 * becomes the origin of the server, `{page}` that of the only page that the server trusts. It runs in a folder of its own,
 * as tools leave files behind.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeServer, listenOnLoopback } from '../servers/loopback.ts';

interface Api {
  /** `Access-Control-Allow-Origin` by the request's Origin; `null` for none. */
  allows(origin: string, page: string): string | null;
  readonly preflightStatus?: 404;
  readonly vary?: false;
}

const trusted: Api['allows'] = (origin, page) => (origin === page ? page : null);
const apis: Readonly<Record<string, Api>> = {
  right: { allows: trusted },
  'no Allow-Origin': { allows: () => null },
  '* with credentials': { allows: () => '*' },
  'any origin with credentials': { allows: (origin) => origin || null },
  'OPTIONS is 404': { allows: trusted, preflightStatus: 404 },
  'no Vary': { allows: trusted, vary: false },
};

/** Returns what the API documents, the same of each server: a header that is checked has to be declared. */
function openapi(api: string, page: string): object {
  const required = (schema: object): object => ({ required: true, schema: { type: 'string', ...schema } });
  const headers = {
    'Access-Control-Allow-Origin': required({ enum: [page] }),
    'Access-Control-Allow-Credentials': required({ enum: ['true'] }),
    Vary: required({ pattern: 'Origin' }),
  };
  const schema = { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] };
  const origin = { name: 'Origin', in: 'header', required: true, schema: { type: 'string', enum: [page] } };
  const answer = (status: string, content = {}): object => ({
    parameters: [origin],
    responses: { [status]: { description: 'Done.', headers, ...content } },
  });
  const user = { content: { 'application/json': { schema } } };
  return {
    openapi: '3.0.3',
    info: { title: 'Users', version: '1.0.0' },
    servers: [{ url: api }],
    paths: { '/users': { get: answer('200', user), put: answer('200', user), options: answer('204') } },
  };
}

/** Returns a page that asks the API as a front end does. */
const frontEnd = (
  api: string,
): string => `<!doctype html><html lang="en"><title>App</title><main><h1>App</h1></main>
<script type="module">
const init = { credentials: 'include', headers: { 'content-type': 'application/json' } };
await fetch('${api}/users', { credentials: 'include' }).catch(() => {});
await fetch('${api}/users', { ...init, method: 'PUT', body: '{}' }).catch(() => {});
</script></html>`;

const command = process.argv.slice(2).join(' ');
if (command === '') throw new Error("Name a command: npm run compared -- 'curl -i {api}/users'");
const folder = await mkdtemp(join(tmpdir(), 'compared-'));
for (const [name, api] of Object.entries(apis)) {
  let [apiOrigin, pageOrigin] = ['', ''];
  const page = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html').end(frontEnd(apiOrigin));
  });
  const server = createServer(({ method, url, headers }, response) => {
    const allowed = api.allows(headers.origin ?? '', pageOrigin);
    if (allowed !== null) {
      response.setHeader('Access-Control-Allow-Origin', allowed);
      response.setHeader('Access-Control-Allow-Credentials', 'true');
    }
    if (api.vary !== false) response.setHeader('Vary', 'Origin');
    answer(response, method, url === '/openapi.json' ? openapi(apiOrigin, pageOrigin) : { id: 42 }, api);
  });
  pageOrigin = `http://127.0.0.1:${await listenOnLoopback(page)}`;
  apiOrigin = `http://127.0.0.1:${await listenOnLoopback(server)}`;
  console.log(`\n=== ${name}`);
  const line = command.replaceAll('{api}', apiOrigin).replaceAll('{page}', pageOrigin);
  const child = spawn(line, { shell: true, cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(`=== exit code ${await new Promise<number | null>((done) => child.once('exit', done))}`);
  await Promise.all([server, page].map(closeServer));
}
await rm(folder, { recursive: true });

/** Answers as the API does once its header lines of the CORS protocol are set. */
function answer(response: ServerResponse, method: string | undefined, body: object, api: Api): void {
  if (method !== 'OPTIONS') {
    response.setHeader('Content-Type', 'application/json').setHeader('Cache-Control', 'private, max-age=60');
    response.end(JSON.stringify(body));
    return;
  }
  response.setHeader('Access-Control-Allow-Methods', 'GET, PUT');
  response.setHeader('Access-Control-Allow-Headers', 'content-type');
  response.writeHead(api.preflightStatus ?? 204).end();
}
