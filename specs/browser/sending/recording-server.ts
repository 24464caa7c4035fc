import { createServer, type ServerResponse } from 'node:http';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { isSafe } from '../../../src/plan/safe-methods.ts';

export interface RecordingServer {
  readonly origin: string;
  /** The requests of unsafe methods that arrived, in order. */
  readonly unsafe: readonly string[];
  close(): Promise<void>;
}

/** Grants everything to `trusted`, for ten minutes, and answers its unsafe requests as `answer` does. */
export async function startRecordingServer(
  trusted: readonly string[],
  answer: (response: ServerResponse) => void,
): Promise<RecordingServer> {
  const unsafe: string[] = [];
  const server = createServer((request, response) => {
    const { origin = '' } = request.headers;
    response.setHeader('Vary', 'Origin');
    if (trusted.includes(origin)) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Allow-Methods', 'POST, PUT, PATCH, DELETE');
      response.setHeader('Access-Control-Allow-Headers', 'content-type, x-token');
      response.setHeader('Access-Control-Max-Age', '600');
    }
    request.resume();
    const method = request.method ?? '';
    if (isSafe(method) || method === 'OPTIONS') {
      response.end();
      return;
    }
    const token = String(request.headers['x-token'] ?? 'none');
    unsafe.push(`${method} ${request.url ?? ''} from ${origin} with ${token}`);
    answer(response);
  });
  const port = await listenOnLoopback(server);
  return { origin: `http://127.0.0.1:${port}`, unsafe, close: () => closeServer(server) };
}
