import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { generate } from 'selfsigned';

/** A certificate of our own, made at run time. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** Base64 SHA-256 of its public key: what a browser can be told to trust. */
  readonly spkiHash: string;
}

/** Makes a certificate for `hostNames`, valid from now on. */
export async function makeCertificate(hostNames: readonly [string, ...string[]]): Promise<Certificate> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const { cert } = await generate([{ name: 'commonName', value: hostNames[0] }], {
    keyType: 'ec',
    algorithm: 'sha256',
    keyPair: { privateKey, publicKey },
    extensions: [
      { name: 'subjectAltName', altNames: hostNames.map((value) => ({ type: 2 as const, value })) },
    ],
  });
  const der = createPublicKey(publicKey).export({ type: 'spki', format: 'der' });
  return { key: privateKey, cert, spkiHash: createHash('sha256').update(der).digest('base64') };
}
