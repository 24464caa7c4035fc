import {
  exposingLines,
  grantingLines,
  maxAgeLine,
  methodLines,
  requestHeaderLines,
  sharingLines,
  varyLine,
} from './cors-lines.ts';
import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { CredentialsMode, HeaderList, Verdict } from '../model.ts';
import type { RoutePromise } from '../plan/server-promise.ts';

/**
 * Returns the response header lines that would make `diagnosis` right for `origin`; empty where headers cannot, or
 * where the remedy is to send fewer.
 */
export function headersToSend(
  diagnosis: DiagnosisId,
  origin: string,
  credentialsMode: CredentialsMode,
  route: RoutePromise,
): Verdict['headersToSend'] {
  const on = (phase: 'preflight' | 'actual', lines: HeaderList): Verdict['headersToSend'] =>
    lines.map(([name, value]) => ({ on: phase, line: `${name}: ${value}` }));
  const sharing = sharingLines(origin, credentialsMode, route);
  switch (diagnosis) {
    case 'origin-missing':
    case 'origin-wildcard-with-credentials':
    case 'origin-multiple':
    case 'origin-invalid':
    case 'origin-mismatch':
    case 'credentials-not-allowed':
      return on('actual', sharing);
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
      return on('preflight', [...sharing, ...grantingLines(route)]);
    case 'response-header-not-exposed':
    case 'response-header-undeclared-exposed':
      return on('actual', exposingLines(route));
    case 'vary-origin-missing':
    case 'cached-copy-of-another-origin':
      return on('actual', [varyLine]);
    case 'preflight-vary-origin-missing':
      return on('preflight', [varyLine]);
    case 'preflight-cache-shorter':
    case 'preflight-cache-longer':
    case 'max-age-malformed':
      return on('preflight', [maxAgeLine(route.preflightCacheSeconds ?? 5)]);
    case 'method-undeclared-granted':
      return on('preflight', methodLines(route));
    case 'header-undeclared-granted':
      return on('preflight', requestHeaderLines(route));
    default:
      return [];
  }
}
