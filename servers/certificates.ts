import { createHash, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { generate } from 'selfsigned';

/** A certificate that no system trusts, made at run time, and its private key. PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Names or IPv4 addresses. */
type Hosts = readonly [string, ...string[]];

/** Makes a certificate for `hosts` that is its own authority, valid from now on. */
export async function makeCertificate(hosts: Hosts): Promise<Certificate> {
  return make(hosts[0], { extensions: [subjectAltName(hosts)] });
}

/** Makes a certificate for `hosts`, and the certificate (PEM) of the authority that signed it. */
export async function makeSignedCertificate(
  hosts: Hosts,
): Promise<Certificate & { readonly authority: string }> {
  const authority = await make('cors-conformance authority', {
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, digitalSignature: true, critical: true },
    ],
  });
  const signed = await make(hosts[0], { ca: authority, extensions: [subjectAltName(hosts)] });
  return { ...signed, authority: authority.cert };
}

/** Returns the Base64 SHA-256 of the certificate's public key, as Chromium takes it. */
export function spkiHashOf(cert: string): string {
  const key = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}

type Options = Pick<NonNullable<Parameters<typeof generate>[1]>, 'ca' | 'extensions'>;

async function make(commonName: string, options: Options): Promise<Certificate> {
  const keyPair = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const { cert } = await generate([{ name: 'commonName', value: commonName }], {
    keyType: 'ec',
    algorithm: 'sha256',
    keyPair,
    ...options,
  });
  return { key: keyPair.privateKey, cert };
}

const subjectAltName = (hosts: Hosts) => ({
  name: 'subjectAltName' as const,
  altNames: hosts.map((host) =>
    isIP(host) === 0 ? { type: 2 as const, value: host } : { type: 7 as const, ip: host },
  ),
});
