/** Something people ask a fix for, and why there is none: only what a browser accepted is printed. */
export interface NotRun {
  readonly system: string;
  readonly reason: string;
}

export const notRun = [
  { system: 'ASP.NET Core', reason: 'Debian 12 has no package of its runtime.' },
  { system: 'Traefik', reason: 'Debian 12 has no package of it.' },
  {
    system: 'Laravel',
    reason:
      'Debian 12 has version 8 alone, whose support has ended. The fix for PHP ran without a framework.',
  },
  {
    system: 'Cloudflare Workers and AWS API Gateway themselves',
    reason: 'Their handlers ran in Node; the services are not to be had on a test machine.',
  },
] as const satisfies readonly NotRun[];
