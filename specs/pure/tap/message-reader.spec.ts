import { expect, test } from '@playwright/test';
import { requestFraming, responseFraming, statusOf } from '../../../servers/tap/framing.ts';
import { MessageReader, type MessageHead } from '../../../servers/tap/message-reader.ts';

/** Returns what a reader of responses (to `method`) or requests makes of `stream`, whole and byte by byte. */
function read(stream: string, method: string | null): string[] {
  const runs = [
    [Buffer.from(stream, 'latin1')],
    [...Buffer.from(stream, 'latin1')].map((byte) => Buffer.from([byte])),
  ];
  const [whole, byByte] = runs.map((chunks) => {
    const seen: string[] = [];
    const reader = new MessageReader({
      head: (head: MessageHead) => {
        seen.push(`${head.startLine} | ${head.headers.map((line) => line.join('=')).join(' | ')}`);
        return method === null ? requestFraming(head) : responseFraming(head, method);
      },
      end: () => seen.push('end'),
    });
    for (const chunk of chunks) reader.push(chunk);
    reader.close();
    return seen;
  });
  expect(byByte).toEqual(whole);
  return whole ?? [];
}

test('requests are read one after the other, whatever their methods', () => {
  expect(
    read(
      'patch /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabcGET /b HTTP/1.1\r\nhost:  y \r\n\r\n',
      null,
    ),
  ).toEqual(['patch /a HTTP/1.1 | Host=x | Content-Length=3', 'end', 'GET /b HTTP/1.1 | host=y', 'end']);
});

test('a chunked body is passed over, trailers included', () => {
  expect(
    read(
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=1\r\nHTTP/\r\n0\r\nTrailer: t\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n',
      'GET',
    ),
  ).toEqual(['HTTP/1.1 200 OK | Transfer-Encoding=chunked', 'end', 'HTTP/1.1 204 No Content | ', 'end']);
});

test('repeated header lines stay apart and folded ones are put together', () => {
  expect(read('HTTP/1.1 200\nA: 1\nA: 2\nB: x\n  y\nContent-Length: 0\n\n', 'GET')).toEqual([
    'HTTP/1.1 200 | A=1 | A=2 | B=x y | Content-Length=0',
    'end',
  ]);
});

test('what is no space or tab at the end of a folded line is part of the value', () => {
  expect(read('HTTP/1.1 200\nA:\n https://app.example\xa0 \nContent-Length: 0\n\n', 'GET')).toEqual([
    'HTTP/1.1 200 | A= https://app.example\xa0 | Content-Length=0',
    'end',
  ]);
});

test('a response to HEAD has no body, and one without a length ends with the connection', () => {
  expect(read('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n', 'HEAD').at(-1)).toBe('end');
  expect(read('HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 500 no head\r\n\r\n', 'GET')).toEqual([
    'HTTP/1.1 200 OK | ',
    'end',
  ]);
});

test('what is no HTTP is passed over in silence', () => {
  expect(read('\x00\x01garbage\r\n\r\nHTTP/1.1 200 OK\r\n\r\n', 'GET')).toEqual([]);
});

test('a status line is read only where it has a status', () => {
  expect(['HTTP/1.1 204 No Content', 'HTTP/1.1 200', 'HTTP/1.1 OK', 'HTTP/1.1 20'].map(statusOf)).toEqual([
    204, 200, 0, 0,
  ]);
});
