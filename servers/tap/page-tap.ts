import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, TLSSocket, type SecureContext } from 'node:tls';
import type { PageTap, TapOptions } from '../../src/probe/tapped/page-tap.ts';
import { authorityOf } from '../../src/fetch-standard/urls.ts';
import { JobDesk } from './job-desk.ts';
import { pageCertificate } from './page-certificate.ts';
import { opaquePath, PageServer } from './page-server.ts';
import { SocksServer, type SocksReply, type SocksRequest } from './socks-server.ts';
import { codeOf, tapConnection } from './tapped-connection.ts';
import { trustedCertificates } from './trusted-certificates.ts';
import { WireRecords } from './wire-records.ts';

export interface PageTapOptions extends TapOptions {
  /** Certificates (PEM) that a target may have besides those that the system trusts. */
  readonly trust?: readonly string[];
}

const replies: Readonly<Record<string, SocksReply>> = { ECONNREFUSED: 'connection-refused' };

/**
 * Opens the tap of one page.
 *
 * TLS is taken off on both sides: the browser is shown a certificate of ours for every host and told to accept
 * any, and the certificate of a target is verified here, before the browser is answered. So a browser whose
 * only switch concerns every host never meets a certificate of anybody else, and a target's wrong certificate
 * is known as that. A target that speaks plain http can be shown to the browser by https: what passes is the same.
 * The price: HTTP/1.1 is all that is spoken with the target.
 */
export async function openPageTap(options: PageTapOptions): Promise<PageTap> {
  const certificate = await pageCertificate();
  const trust = trustedCertificates(options.trust);
  const targets = new Set(options.authorities);
  const behindTls = new Set(options.behindTls);
  const origins = new Set<string>();
  const desk = options.asksForWork === true ? new JobDesk() : null;
  const pages = new PageServer(desk);
  let records = new WireRecords({ url: 'about:blank', held: false });

  const onRequest = (request: SocksRequest): void => {
    const authority = `${request.hostname}:${request.port}`;
    // https://www.rfc-editor.org/rfc/rfc6761#section-6.4: such names never exist, and nobody is asked for them.
    if (request.hostname.endsWith('.invalid')) {
      records.fail(authority, 'ENOTFOUND');
      request.reply('host-unreachable');
    } else if (targets.has(authority)) {
      connectToTarget(request, {
        certificate,
        trust: behindTls.has(authority) ? null : trust,
        records: () => records,
      });
    } else if (origins.has(authority)) {
      request.reply('succeeded');
      withoutTls(request.socket, certificate, (connection) => pages.serve(connection));
    } else {
      records.fail(authority, `elsewhere ${authority}`);
      request.reply('not-allowed');
    }
  };
  const socks = await SocksServer.start(onRequest);

  return {
    proxyUrl: `socks5://127.0.0.1:${socks.port}`,
    pageUrl: (origin, { opaque = false, headers = [] } = {}) => {
      const url = new URL(opaque ? opaquePath : '/', origin);
      origins.add(authorityOf(url.href));
      pages.headers = headers;
      return url.href;
    },
    begin: (request, ...others) => {
      records = new WireRecords(request, ...others);
    },
    reached: (isThere, timeoutMs) => records.first.reached(isThere, timeoutMs),
    end: () => records.first.close(),
    endTogether: () => records.close(),
    run: (job, timeoutMs) => {
      if (desk === null) throw new Error('The pages of this tap do not ask for work.');
      return desk.run(job, timeoutMs);
    },
    pageGone: () => desk?.close(),
    close: async () => {
      desk?.close();
      await socks.close();
    },
  };
}

interface Target {
  readonly certificate: SecureContext;
  /** What its certificate is verified against; `null` if it speaks plain http whatever the browser speaks. */
  readonly trust: SecureContext | null;
  readonly records: () => WireRecords;
}

function connectToTarget({ socket, hostname, port, reply }: SocksRequest, target: Target): void {
  const authority = `${hostname}:${port}`;
  const host = hostname.replace(/^\[|\]$/g, '');
  // https://www.rfc-editor.org/rfc/rfc6761#section-6.3: not every system's resolver knows such names.
  const address = host.endsWith('.localhost') ? 'localhost' : host;
  const upstream = connect({ host: address, port, autoSelectFamily: true, noDelay: true });
  const fail = (error: Error): void => {
    target.records().fail(authority, codeOf(error));
    reply(replies[codeOf(error)] ?? 'host-unreachable');
  };
  upstream.once('error', fail);
  socket.once('close', () => upstream.destroy());
  upstream.once('connect', () => {
    upstream.off('error', fail);
    upstream.on('error', () => upstream.destroy());
    reply('succeeded');
    onFirstByte(socket, (isTls) => {
      const origin = (scheme: string): string => new URL(`${scheme}://${authority}`).origin;
      if (!isTls) {
        tapConnection({ client: socket, upstream, origin: origin('http'), records: target.records });
        return;
      }
      if (target.trust === null) {
        const client = takeTlsOff(socket, target.certificate);
        tapConnection({ client, upstream, origin: origin('https'), records: target.records });
        return;
      }
      const secure = connectTls({
        socket: upstream,
        host,
        ...(isIP(host) === 0 ? { servername: host } : {}),
        ALPNProtocols: ['http/1.1'],
        secureContext: target.trust,
      });
      const refuse = (error: Error): void => {
        target.records().fail(authority, `tls ${codeOf(error)}`);
        socket.destroy();
      };
      secure.once('error', refuse);
      secure.once('secureConnect', () => {
        secure.off('error', refuse);
        const client = takeTlsOff(socket, target.certificate);
        tapConnection({ client, upstream: secure, origin: origin('https'), records: target.records });
      });
    });
  });
}

function withoutTls(
  socket: Socket,
  certificate: SecureContext,
  serve: (connection: Socket | TLSSocket) => void,
): void {
  onFirstByte(socket, (isTls) => {
    serve(isTls ? takeTlsOff(socket, certificate) : socket);
    if (!isTls) process.nextTick(() => socket.resume());
  });
}

function takeTlsOff(socket: Socket, secureContext: SecureContext): TLSSocket {
  const secure = new TLSSocket(socket, { isServer: true, secureContext, ALPNProtocols: ['http/1.1'] });
  secure.on('error', () => socket.destroy());
  process.nextTick(() => socket.resume());
  return secure;
}

/** Says whether the client begins with TLS, without taking anything from what follows. */
function onFirstByte(socket: Socket, then: (isTls: boolean) => void): void {
  socket.once('data', (chunk: Buffer) => {
    socket.pause();
    socket.unshift(chunk);
    then(chunk[0] === 0x16);
  });
  socket.resume();
}
