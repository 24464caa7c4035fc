import { generateKeyPairSync } from 'node:crypto';
import { generate } from 'selfsigned';

/** A certificate of our own, made at run time. PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Makes a certificate for `hostNames`, valid from now on. */
export async function makeCertificate(hostNames: readonly [string, ...string[]]): Promise<Certificate> {
  const keyPair = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const { cert } = await generate([{ name: 'commonName', value: hostNames[0] }], {
    keyType: 'ec',
    algorithm: 'sha256',
    keyPair,
    extensions: [
      { name: 'subjectAltName', altNames: hostNames.map((value) => ({ type: 2 as const, value })) },
    ],
  });
  return { key: keyPair.privateKey, cert };
}
