import {
  constants,
  createSecureServer,
  type Http2SecureServer,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';
import type { HeaderList } from '../../src/model.ts';
import type { Certificate } from '../certificates.ts';
import type { RawRequest } from './raw-http.ts';

/** What is answered over HTTP/2, where every name is in lower case; `null`: the stream is reset. */
export interface Http2Answer {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: string;
}

/** Makes a server that answers every request over HTTP/2, and no other, with what `answer` returns. */
export function createHttp2Server(
  { key, cert }: Certificate,
  answer: (request: RawRequest) => Http2Answer | null,
): Http2SecureServer {
  const server = createSecureServer({ key, cert });
  // A browser that goes away before its answer is not an error of ours.
  server.on('sessionError', () => undefined);
  server.on('stream', (stream, fields) => {
    const chunks: Buffer[] = [];
    stream.on('error', () => undefined);
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () =>
      respond(
        stream,
        answer({
          method: fields[':method'] ?? 'GET',
          target: fields[':path'] ?? '/',
          headers: headersOf(fields),
          body: Buffer.concat(chunks).toString('latin1'),
        }),
      ),
    );
  });
  return server;
}

function respond(stream: ServerHttp2Stream, answer: Http2Answer | null): void {
  if (stream.destroyed) return;
  if (answer === null) return stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  const names = new Set(answer.headers.map(([name]) => name.toLowerCase()));
  const lines = [...names].map((wanted): [string, string[]] => [
    wanted,
    answer.headers.flatMap(([name, value]) => (name.toLowerCase() === wanted ? [value] : [])),
  ]);
  stream.respond({ ':status': answer.status, ...Object.fromEntries(lines) });
  stream.end(answer.body, 'latin1');
}

const headersOf = (fields: IncomingHttpHeaders): HeaderList =>
  Object.entries(fields).flatMap(([name, values]) =>
    name.startsWith(':') ? [] : [values ?? []].flat().map((value): [string, string] => [name, value]),
  );
