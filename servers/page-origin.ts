import { createServer, type Server as HttpsServer } from 'node:https';
import { RequestError, Server } from 'proxy-chain';
import type { HeaderList } from '../src/model.ts';
import { makeCertificate, spkiHashOf } from './certificates.ts';

/** A page of ours whose origin is opaque, whatever host it was loaded from. */
const opaquePath = '/opaque';

const pageBody =
  '<!doctype html><meta charset="utf-8"><title>cors-conformance</title><link rel="icon" href="data:,">';

interface PageLook {
  readonly opaque?: boolean;
  readonly headers?: HeaderList;
}

/**
 * A forward proxy on loopback that gives a page any http or https origin: it answers for each registered
 * origin with an empty document, tunnels the registered hosts untouched, and refuses every other
 * destination, so it is never an open proxy.
 */
export class PageOriginServer {
  /** What a browser context takes as `proxy.server`. */
  readonly proxyUrl: string;
  /** Base64 SHA-256 of the public key that every page of ours is served with. */
  readonly spkiHash: string;
  readonly #proxy: Server;
  readonly #pages: HttpsServer;
  readonly #authorities: Set<string>;
  readonly #ownHeaders: Map<string, HeaderList>;

  private constructor(
    proxy: Server,
    pages: HttpsServer,
    spkiHash: string,
    authorities: Set<string>,
    ownHeaders: Map<string, HeaderList>,
  ) {
    this.#proxy = proxy;
    this.#pages = pages;
    this.#authorities = authorities;
    this.#ownHeaders = ownHeaders;
    this.proxyUrl = `http://127.0.0.1:${proxy.port}`;
    this.spkiHash = spkiHash;
  }

  /** Listens on 127.0.0.1 on a port that the system chooses. `tunnels` holds `host:port` values. */
  static async start(tunnels: readonly string[] = []): Promise<PageOriginServer> {
    const certificate = await makeCertificate(['page.invalid']);
    const ownHeaders = new Map<string, HeaderList>();
    const pages = createServer(certificate, (request, response) => {
      response.writeHead(200, pageHeaders(request.url ?? '/', ownHeaders));
      response.end(pageBody);
    });
    const authorities = new Set<string>();
    const tunnelled = new Set(tunnels);
    const proxy = new Server({
      host: '127.0.0.1',
      port: 0,
      prepareRequestFunction: ({ hostname, port, isHttp, request }) => {
        const authority = `${hostname}:${port}`;
        if (tunnelled.has(authority)) return {};
        if (!authorities.has(authority)) {
          throw new RequestError(
            `cors-conformance: ${authority} is neither a page origin nor the target`,
            403,
          );
        }
        if (!isHttp) return { customConnectServer: pages };
        return {
          customResponseFunction: () => ({
            statusCode: 200,
            headers: pageHeaders(new URL(request.url ?? '/', 'http://page.invalid').pathname, ownHeaders),
            body: pageBody,
          }),
        };
      },
    });
    await proxy.listen();
    return new PageOriginServer(proxy, pages, spkiHashOf(certificate.cert), authorities, ownHeaders);
  }

  /**
   * Returns the address of a page at `origin`, of an opaque origin if `opaque`, which is served with `headers` as well.
   * Registers the origin's host.
   */
  pageUrl(origin: string, { opaque = false, headers = [] }: PageLook = {}): string {
    const path = headers.length === 0 ? '' : `/headers-${this.#ownHeaders.size}`;
    if (path !== '') this.#ownHeaders.set(opaque ? `${opaquePath}${path}` : path, headers);
    const url = new URL(opaque ? `${opaquePath}${path}` : path || '/', origin);
    this.#authorities.add(`${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`);
    // Some hosts are only ever visited by https: the page is then seen to be elsewhere, and not to be missing.
    if (url.port === '') this.#authorities.add(`${url.hostname}:443`);
    return url.href;
  }

  /** Closes every connection and the listening sockets. */
  async close(): Promise<void> {
    this.#pages.closeAllConnections();
    await this.#proxy.close(true);
  }
}

function pageHeaders(path: string, own: ReadonlyMap<string, HeaderList>): Record<string, string> {
  return {
    ...Object.fromEntries(own.get(path) ?? []),
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    // A sandboxed document without allow-same-origin has an opaque origin, so its requests say `Origin: null`.
    ...(path.startsWith(opaquePath) ? { 'Content-Security-Policy': 'sandbox allow-scripts' } : {}),
  };
}
