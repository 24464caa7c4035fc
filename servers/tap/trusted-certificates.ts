import { existsSync, readFileSync } from 'node:fs';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';

/** Where systems keep the certificates that they trust; the first that exists is read. */
const bundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/cert.pem',
];

let context: SecureContext | null = null;

/**
 * Returns what a target's certificate is verified against: the roots that Node ships, those of the system, and those
 * that `SSL_CERT_FILE` and `NODE_EXTRA_CA_CERTS` name.
 */
export function trustedCertificates(extra: readonly string[] = []): SecureContext {
  if (extra.length > 0) return createSecureContext({ ca: [...trusted(), ...extra] });
  context ??= createSecureContext({ ca: trusted() });
  return context;
}

function trusted(): string[] {
  const named = [process.env['SSL_CERT_FILE'] ?? '', process.env['NODE_EXTRA_CA_CERTS'] ?? ''];
  const system = bundles.find((path) => existsSync(path)) ?? '';
  const files = [system, ...named].filter((path) => path !== '' && existsSync(path));
  return [...rootCertificates, ...files.map((path) => readFileSync(path, 'utf8'))];
}
