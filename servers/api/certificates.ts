import { generateKeyPairSync } from 'node:crypto';
import { isIP } from 'node:net';
import { generate } from 'selfsigned';

/** A certificate of our own, made at run time. PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Makes a certificate for `hosts`, names or IPv4 addresses, valid from now on. */
export async function makeCertificate(hosts: readonly [string, ...string[]]): Promise<Certificate> {
  const keyPair = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const { cert } = await generate([{ name: 'commonName', value: hosts[0] }], {
    keyType: 'ec',
    algorithm: 'sha256',
    keyPair,
    extensions: [{ name: 'subjectAltName', altNames: hosts.map(altName) }],
  });
  return { key: keyPair.privateKey, cert };
}

const altName = (host: string) =>
  isIP(host) === 0 ? { type: 2 as const, value: host } : { type: 7 as const, ip: host };
