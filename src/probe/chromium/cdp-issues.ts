import type { CDPSession } from '@playwright/test';
import type { CookieReason } from '../../model.ts';

/** A CORS issue of the engine's audits. */
export interface CorsIssue {
  readonly url: string;
  readonly code: string;
  readonly parameter: string;
}

/** What the engine's audits say of requests, some of which are announced in no other way. Needs the domain Audits. */
export class CdpIssues {
  readonly #cors: CorsIssue[] = [];
  readonly #blockedByPolicy = new Set<string>();
  readonly #cookies: (CookieReason & { readonly url: string })[] = [];

  constructor(session: CDPSession) {
    session.on('Audits.issueAdded', ({ issue }) => {
      const policy = issue.details.contentSecurityPolicyIssueDetails;
      if (policy?.blockedURL !== undefined && !policy.isReportOnly)
        this.#blockedByPolicy.add(policy.blockedURL);
      const cookie = issue.details.cookieIssueDetails;
      if (cookie !== undefined) {
        const name = cookie.cookie?.name ?? '';
        const url = cookie.request?.url ?? cookie.cookieUrl ?? '';
        for (const reason of [...cookie.cookieExclusionReasons, ...cookie.cookieWarningReasons]) {
          this.#cookies.push({ url, name, reason });
        }
      }
      const details = issue.details.corsIssueDetails;
      if (details === undefined || details.isWarning) return;
      const { corsError, failedParameter } = details.corsErrorStatus;
      this.#cors.push({ url: details.request.url ?? '', code: corsError, parameter: failedParameter });
    });
  }

  /** Returns the CORS issue of a request to `url` that the engine refused without announcing it, if there is one. */
  cors(url: string): CorsIssue | null {
    return this.#cors.find((issue) => issue.url === url) ?? null;
  }

  /** Reports whether the page's own Content Security Policy forbade a request to `url` before it was announced. */
  isBlockedByPolicy(url: string): boolean {
    return this.#blockedByPolicy.has(url);
  }

  /** Returns what the engine says of cookies of a request to `url`, as its issues name it. */
  cookies(url: string): readonly CookieReason[] {
    return this.#cookies.flatMap(({ url: own, name, reason }) => (own === url ? [{ name, reason }] : []));
  }

  clear(): void {
    this.#cors.length = 0;
    this.#cookies.length = 0;
    this.#blockedByPolicy.clear();
  }
}
