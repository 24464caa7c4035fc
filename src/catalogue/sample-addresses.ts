import type { CaseAddresses } from './addresses.ts';

/** The addresses of a case that is read and not played. No two are alike. */
export const sampleAddresses: CaseAddresses = {
  api: 'https://api.example',
  other: 'https://files.example',
  secure: 'https://secure.example',
  untrusted: 'https://untrusted.example',
  apiOverTls: 'https://plain.example',
  http2: 'https://http2.example',
  unreachable: 'https://unreachable.example',
  unknown: 'https://unknown.example',
  loopback: 'http://loopback.example',
  unspecified: 'http://unspecified.example',
  closed: 'https://closed.example',
  insecure: 'http://api.example',
};
