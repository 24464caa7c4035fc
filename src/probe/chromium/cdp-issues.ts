import type { CDPSession } from '@playwright/test';

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

  constructor(session: CDPSession) {
    session.on('Audits.issueAdded', ({ issue }) => {
      const policy = issue.details.contentSecurityPolicyIssueDetails;
      if (policy?.blockedURL !== undefined && !policy.isReportOnly)
        this.#blockedByPolicy.add(policy.blockedURL);
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

  clear(): void {
    this.#cors.length = 0;
    this.#blockedByPolicy.clear();
  }
}
