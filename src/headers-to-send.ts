import type { DiagnosisId } from './diagnoses.ts';
import type { CredentialsMode, Verdict } from './model.ts';
import type { PolicyRoute } from './policy/types.ts';

/**
 * The response header lines that would make `diagnosis` right for `origin`; empty where headers cannot, or
 * where the remedy is to send fewer.
 */
export function headersToSend(
  diagnosis: DiagnosisId,
  origin: string,
  credentialsMode: CredentialsMode,
  route: Pick<PolicyRoute, 'methods' | 'requestHeaders' | 'exposedHeaders' | 'preflightCacheSeconds'>,
): Verdict['headersToSend'] {
  const allow = [
    `Access-Control-Allow-Origin: ${origin}`,
    ...(credentialsMode === 'include' ? ['Access-Control-Allow-Credentials: true'] : []),
    'Vary: Origin',
  ];
  const granted = [
    ...allow,
    `Access-Control-Allow-Methods: ${route.methods.join(', ')}`,
    ...(route.requestHeaders.length > 0
      ? [`Access-Control-Allow-Headers: ${route.requestHeaders.join(', ')}`]
      : []),
    ...(route.preflightCacheSeconds === null
      ? []
      : [`Access-Control-Max-Age: ${route.preflightCacheSeconds}`]),
  ];
  const on = (phase: 'preflight' | 'actual', lines: readonly string[]): Verdict['headersToSend'] =>
    lines.map((line) => ({ on: phase, line }));
  switch (diagnosis) {
    case 'origin-missing':
    case 'origin-wildcard-with-credentials':
    case 'origin-multiple':
    case 'origin-invalid':
    case 'origin-mismatch':
    case 'credentials-not-allowed':
      return on('actual', allow);
    case 'preflight-origin-missing':
    case 'preflight-origin-wildcard-with-credentials':
    case 'preflight-origin-multiple':
    case 'preflight-origin-invalid':
    case 'preflight-origin-mismatch':
    case 'preflight-credentials-not-allowed':
    case 'preflight-status-not-ok':
    case 'preflight-redirect':
    case 'methods-malformed':
    case 'headers-malformed':
    case 'method-not-allowed':
    case 'header-not-allowed':
    case 'authorization-by-wildcard':
      return on('preflight', granted);
    case 'response-header-not-exposed':
    case 'response-header-undeclared-exposed':
      return on('actual', [`Access-Control-Expose-Headers: ${route.exposedHeaders.join(', ')}`]);
    case 'vary-origin-missing':
      return on('actual', ['Vary: Origin']);
    case 'preflight-vary-origin-missing':
      return on('preflight', ['Vary: Origin']);
    case 'preflight-cache-shorter':
    case 'preflight-cache-longer':
    case 'max-age-malformed':
      return on('preflight', [`Access-Control-Max-Age: ${route.preflightCacheSeconds ?? 5}`]);
    case 'method-undeclared-granted':
      return on('preflight', [`Access-Control-Allow-Methods: ${route.methods.join(', ')}`]);
    case 'header-undeclared-granted':
      return on('preflight', [`Access-Control-Allow-Headers: ${route.requestHeaders.join(', ')}`]);
    default:
      return [];
  }
}
