import type { DiagnosisId } from '../../../src/diagnoses/vocabulary.ts';
import type { ProofOutcome } from '../../../src/model.ts';
import type { CorsSettings } from '../../../servers/real/settings.ts';
import type { Judging } from '../../support/judge-target.ts';
import { bothOrigins } from './servers.ts';

/** One thing wrong with an otherwise correct server, and exactly what it deserves. */
export interface Fault {
  readonly id: string;
  readonly change: Partial<CorsSettings>;
  /** Whom the policy trusts; default: one origin. */
  readonly trusted?: readonly string[];
  /** Sorted. */
  readonly diagnoses: readonly DiagnosisId[];
  /** Where a server makes something else of the same setting. Sorted. */
  readonly unlike?: Readonly<Record<string, readonly DiagnosisId[]>>;
  /** The servers whose error a trusted page reads in place of the answer, so that nothing is known of that. */
  readonly unanswered?: readonly string[];
  /** `true`: after a change its proof is made in the browser, too. */
  readonly isProvedInBrowser?: boolean;
}

/** Returns the pages that show a fault: of the look-alikes those that its pattern lets in. */
export const showing = ({ change: { origin } }: Fault): Judging => ({
  lookalikes: (one) => origin instanceof RegExp && origin.test(one),
});

/** Returns what becomes of the proof of a violation: headers cure it, unless it is about a cache or a redirect. */
export const proofOf = (diagnosis: DiagnosisId): ProofOutcome =>
  incurable.has(diagnosis) ? 'not-tried' : 'proved';

const incurable: ReadonlySet<DiagnosisId> = new Set([
  'preflight-cache-longer',
  'preflight-cache-shorter',
  'preflight-redirect',
  'preflight-vary-origin-missing',
  'resource-redirect',
  'resource-redirect-refused',
  'vary-origin-missing',
]);

export const faults: readonly Fault[] = [
  { id: 'nothing', change: {}, diagnoses: [] },
  {
    id: 'one trusted origin is left out',
    change: { origin: ['https://admin.example.com'] },
    trusted: bothOrigins,
    diagnoses: ['origin-missing', 'preflight-origin-missing'],
  },
  {
    id: 'the wildcard with credentials',
    change: { origin: '*' },
    diagnoses: [
      'any-origin',
      'origin-wildcard-with-credentials',
      'preflight-origin-granted',
      'preflight-origin-wildcard-with-credentials',
    ],
    // This middleware answers the request's own origin where "*" and credentials are both set: a blind echo.
    unlike: {
      'koa and @koa/cors': ['any-origin', 'any-origin-with-credentials', 'preflight-origin-granted'],
    },
  },
  {
    id: 'every origin is echoed',
    change: { origin: 'echo' },
    diagnoses: ['any-origin', 'any-origin-with-credentials', 'preflight-origin-granted'],
    isProvedInBrowser: true,
  },
  {
    id: 'credentials are not allowed',
    change: { credentials: false },
    diagnoses: ['credentials-not-allowed', 'preflight-credentials-not-allowed'],
  },
  { id: 'a declared method is left out', change: { methods: ['GET'] }, diagnoses: ['method-not-allowed'] },
  {
    id: 'an undeclared method is granted',
    change: { methods: ['GET', 'PUT', 'DELETE'] },
    diagnoses: ['method-undeclared-granted'],
  },
  {
    id: 'a declared request header is left out',
    change: { requestHeaders: ['content-type'] },
    diagnoses: ['header-not-allowed'],
  },
  {
    id: 'every request header is echoed',
    change: { requestHeaders: null },
    diagnoses: ['header-undeclared-granted'],
  },
  {
    id: 'an undeclared request header is listed',
    change: { requestHeaders: ['content-type', 'x-request-id', 'x-debug'] },
    diagnoses: ['header-undeclared-granted'],
  },
  {
    id: 'a declared response header is not exposed',
    change: { exposedHeaders: ['x-other'] },
    diagnoses: ['response-header-not-exposed'],
    isProvedInBrowser: true,
  },
  {
    id: 'the preflight cache is too short',
    change: { maxAgeSeconds: 60 },
    diagnoses: ['preflight-cache-shorter'],
  },
  {
    id: 'the preflight cache is too long',
    change: { maxAgeSeconds: 3600 },
    diagnoses: ['preflight-cache-longer'],
  },
  {
    id: 'no Vary',
    change: { vary: false },
    diagnoses: ['preflight-vary-origin-missing', 'vary-origin-missing'],
  },
  {
    id: 'errors before CORS',
    change: { onErrors: false },
    diagnoses: ['origin-missing'],
  },
  {
    id: 'authentication before CORS',
    change: { authenticationFirst: true },
    unanswered: ['nginx'],
    diagnoses: ['origin-missing', 'preflight-origin-missing'],
    // Its add_header applies to the answer that it gives itself, so that answer fails by its status alone.
    unlike: { nginx: ['preflight-status-not-ok'] },
  },
  {
    id: 'null is trusted',
    change: { origin: ['https://app.example.com', 'https://admin.example.com', 'null'] },
    diagnoses: ['opaque-origin-trusted', 'preflight-origin-granted'],
  },
  {
    id: 'the pattern has no start',
    change: { origin: /(app|admin)\.example\.com$/ },
    diagnoses: ['origin-suffix-trusted', 'preflight-origin-granted'],
  },
  {
    id: 'the pattern has no end',
    change: { origin: /^https:\/\/(app|admin)\.example\.com/ },
    diagnoses: ['origin-prefix-trusted', 'preflight-origin-granted'],
  },
  {
    id: 'the pattern has a bare dot',
    change: { origin: /^https:\/\/(app|admin).example\.com$/ },
    diagnoses: ['origin-unescaped-dot-trusted', 'preflight-origin-granted'],
  },
  {
    id: 'the scheme is not compared',
    change: { origin: /^https?:\/\/(app|admin)\.example\.com$/ },
    diagnoses: ['insecure-origin-trusted', 'preflight-origin-granted'],
  },
  {
    id: 'the pattern has any top-level domain',
    change: { origin: /^https:\/\/(app|admin)\.example\.[a-z]+$/ },
    diagnoses: ['origin-top-level-domain-trusted', 'preflight-origin-granted'],
  },
  {
    id: 'localhost is trusted, without an end',
    change: { origin: /^https:\/\/(app|admin)\.example\.com$|^http:\/\/localhost/ },
    diagnoses: ['loopback-origin-trusted', 'origin-prefix-trusted', 'preflight-origin-granted'],
  },
  {
    id: 'every subdomain is trusted',
    change: { origin: /^https:\/\/([a-z-]+\.)*example\.com$/ },
    diagnoses: ['parent-domain-trusted', 'preflight-origin-granted', 'subdomain-trusted'],
  },
  {
    id: 'the path redirects',
    change: { slashRedirect: true },
    unanswered: ['nginx'],
    diagnoses: ['preflight-redirect', 'resource-redirect-refused'],
    unlike: { nginx: ['preflight-redirect'] },
  },
];
