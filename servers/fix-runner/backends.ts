import { createSecureContext } from 'node:tls';
import type { Fix } from '../../src/fix/fix.ts';
import { makeSignedCertificate } from '../certificates.ts';
import { startDevBackend } from './dev-backend.ts';
import { startUpstream, type Upstream } from './upstream.ts';

/** What stands behind a fix while it is judged. */
export interface Surroundings {
  /** `null` if the fix is the API itself. */
  readonly upstream: Upstream | null;
  /** `values.backend`: the upstream's origin, or one that nobody listens on. */
  readonly backend: string;
  /** What `runFix` puts beside the fix's files: certificates. */
  readonly extraFiles: Readonly<Record<string, string>>;
  /** The authority of the fix's own certificate, PEM; `null` if it speaks http. */
  readonly authority: string | null;
  readonly stop: () => Promise<void>;
}

/** Starts the API that the manifest asks for, and makes the certificates that the fix needs. */
export async function surround(fix: Fix): Promise<Surroundings> {
  const own = fix.start.scheme === 'https' ? await makeSignedCertificate(['localhost', '127.0.0.1']) : null;
  const files = own === null ? {} : { 'server.crt': own.cert, 'server.key': own.key };
  const authority = own?.authority ?? null;
  if (fix.role === 'dev-proxy') {
    const upstream = await startDevBackend();
    return { upstream, backend: upstream.origin, extraFiles: files, authority, stop: upstream.stop };
  }
  if (fix.role === 'websocket' || fix.backend === 'none') {
    return {
      upstream: null,
      backend: 'http://localhost:9',
      extraFiles: files,
      authority,
      stop: async () => {},
    };
  }
  const theirs = fix.backend === 'tls' ? await makeSignedCertificate(['localhost', '127.0.0.1']) : null;
  const upstream = await startUpstream({
    cors: fix.backend === 'silent' ? 'none' : 'any',
    ...(theirs === null ? {} : { tls: createSecureContext(theirs) }),
  });
  return {
    upstream,
    backend: upstream.origin,
    extraFiles: theirs === null ? files : { ...files, 'upstream-ca.pem': theirs.authority },
    authority,
    stop: upstream.stop,
  };
}
