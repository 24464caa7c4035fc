import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** A certificate that no system trusts, made at run time. PEM. */
export interface LoopbackCertificate {
  readonly key: string;
  readonly cert: string;
}

/** Makes a certificate for `127.0.0.1`. */
export async function makeLoopbackCertificate(): Promise<LoopbackCertificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  return { key, cert };
}

/** Base64 SHA-256 of the certificate's public key, as Chromium takes it. */
export function spkiHashOf(cert: string): string {
  const key = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}
