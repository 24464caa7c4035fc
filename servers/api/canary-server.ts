import { createServer, type Server } from 'node:http';
import { closeServer, listenOnLoopback } from '../loopback.ts';

/**
 * Refuses every CORS-preflight request and would share every other response. A page that reads anything from
 * it by an unsafe method has not been subject to CORS.
 */
export class CanaryServer {
  readonly authority: string;
  /** The methods that arrived, in order. */
  readonly methods: string[];
  readonly #server: Server;

  private constructor(server: Server, port: number, methods: string[]) {
    this.#server = server;
    this.authority = `127.0.0.1:${port}`;
    this.methods = methods;
  }

  static async start(): Promise<CanaryServer> {
    const methods: string[] = [];
    const server = createServer((request, response) => {
      methods.push(request.method ?? '');
      if (request.method === 'OPTIONS') response.writeHead(403).end();
      else response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
    });
    return new CanaryServer(server, await listenOnLoopback(server), methods);
  }

  async close(): Promise<void> {
    await closeServer(this.#server);
  }
}
