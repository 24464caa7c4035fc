import { generateKeyPairSync } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import { generate } from 'selfsigned';

let context: Promise<SecureContext> | null = null;

/** The key and certificate, made at run time, that a browser behind a tap is shown for every host. */
export function pageCertificate(): Promise<SecureContext> {
  context ??= make();
  return context;
}

async function make(): Promise<SecureContext> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const certificate = await generate([{ name: 'commonName', value: 'cors-conformance page' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    keyPair: { privateKey, publicKey },
  });
  return createSecureContext({ key: privateKey, cert: certificate.cert });
}
