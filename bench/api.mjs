import { createServer } from 'node:http';

/**
 * Starts a server whose path /granted/ grants everything and whose path /refused/ grants nothing, without any caching
 * of CORS-preflight responses; and, on every other path, a correct API for the whole run.
 */
export async function startBenchApi() {
  const trusted = 'https://app.example.com';
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    response.setHeader('Vary', 'Origin');
    const granted = /^\/(granted|refused)\//.test(path)
      ? path.startsWith('/granted/')
      : request.headers.origin === trusted;
    if (granted) {
      response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
      response.setHeader('Access-Control-Allow-Credentials', 'true');
      response.setHeader('Access-Control-Allow-Methods', 'PUT');
      if (path.startsWith('/granted/')) response.setHeader('Access-Control-Allow-Headers', 'x-bench');
      response.setHeader('Access-Control-Max-Age', '0');
    }
    response.statusCode = request.method === 'OPTIONS' ? 204 : 200;
    response.end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    authority: `127.0.0.1:${port}`,
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
