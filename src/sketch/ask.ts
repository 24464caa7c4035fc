import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { fromRawHeaders, type HeaderList } from '../fetch-standard/header-list.ts';
import { say } from '../words/say.ts';

/** An answer without its body, or why there is none, as a phrase. */
export type Answer = { readonly status: number; readonly headers: HeaderList } | string;

/** How an address is asked; GET and OPTIONS are all that is needed. */
export type Ask = (method: 'GET' | 'OPTIONS', url: string, headers: HeaderList) => Promise<Answer>;

const timeoutMs = 10_000;

/** Asks by HTTP, as no browser does: no redirect is followed, and the body is not read. Never rejects. */
export const askByHttp: Ask = (method, url, headers) =>
  new Promise((resolve) => {
    const send = url.startsWith('https:') ? httpsRequest : httpRequest;
    const request = send(
      url,
      { method, headers: Object.fromEntries(headers), timeout: timeoutMs },
      (response) => {
        response.destroy();
        resolve({ status: response.statusCode ?? 0, headers: fromRawHeaders(response.rawHeaders) });
      },
    );
    // A WebSocket is opened, and nothing is sent over it.
    request.on('upgrade', ({ statusCode, rawHeaders }, socket) => {
      socket.destroy();
      resolve({ status: statusCode ?? 0, headers: fromRawHeaders(rawHeaders) });
    });
    request.on('timeout', () => {
      resolve(say('no answer within {seconds} s', { seconds: timeoutMs / 1000 }));
      request.destroy();
    });
    request.on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    request.end();
  });
