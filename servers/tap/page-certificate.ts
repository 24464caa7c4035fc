import { createSecureContext, type SecureContext } from 'node:tls';
import { makeCertificate } from '../certificates.ts';

let context: Promise<SecureContext> | null = null;

/** Returns the key and certificate, made once at run time, that a browser behind a tap is shown for every host. */
export function pageCertificate(): Promise<SecureContext> {
  context ??= makeCertificate(['page.invalid']).then(createSecureContext);
  return context;
}
