import type { Cors } from '../../../fixtures/test.ts';
import { startExpressCors } from '../../../servers/real/express-cors.ts';
import { correctSettings } from '../../../servers/real/settings.ts';
import type { HeaderList } from '../../../src/model.ts';
import type { ResponseRule } from '../../../src/probe/response-rule.ts';
import type { RunningEngine } from '../../../src/run/run-target.ts';
import type { IsAsked } from '../../support/fewer-pages.ts';
import { bothOrigins, promiseFor } from '../real/servers.ts';
import { proofLines, proveWith } from './prove.ts';

/** A fix by the origins that it allows, and what is said of each violation under it. */
interface Proposal {
  readonly allow: (origin: string) => string | null;
  readonly proofs: readonly string[];
}

/** Proposed fixes for a server that leaves out one trusted origin, and what is said of each violation under it. */
export const proposals = {
  'an echo of every origin opens too much': {
    allow: (origin) => origin,
    proofs: [
      'opens-too-much. Refused: these headers open too much. any-origin: A page at https://untrusted.test, which is on no allow list, reads GET {target}/items.',
      'opens-too-much. Refused: these headers open too much. any-origin: A page at https://untrusted.test, which is on no allow list, reads GET {target}/items.',
      'opens-too-much. Refused: these headers open too much. any-origin: A page at https://untrusted.test, which is on no allow list, reads GET {target}/items.',
    ],
  },
  'a pattern without an end opens too much': {
    allow: (origin) => (/^https:\/\/(app|admin)\.example\.com/.test(origin) ? origin : null),
    proofs: [
      'opens-too-much. Refused: these headers open too much. origin-prefix-trusted: A page at https://app.example.com.untrusted.test, which only begins like a trusted origin, reads GET {target}/items.',
      'opens-too-much. Refused: these headers open too much. origin-prefix-trusted: A page at https://app.example.com.untrusted.test, which only begins like a trusted origin, reads GET {target}/items.',
      'opens-too-much. Refused: these headers open too much. origin-prefix-trusted: A page at https://app.example.com.untrusted.test, which only begins like a trusted origin, reads GET {target}/items.',
    ],
  },
  'the wildcard still fails': {
    allow: () => '*',
    proofs: [
      'still-fails. Still fails with these headers: origin-wildcard-with-credentials: The response allows "*", but the request\'s credentials mode is "include".',
      'still-fails. Still fails with these headers: preflight-origin-wildcard-with-credentials: The CORS-preflight response allows "*", but the request\'s credentials mode is "include".',
      'still-fails. Still fails with these headers: preflight-origin-wildcard-with-credentials: The CORS-preflight response allows "*", but the request\'s credentials mode is "include".',
    ],
  },
  'a constant still fails for the other origin': {
    allow: () => 'https://admin.example.com',
    proofs: [
      'still-fails. Still fails with these headers: origin-mismatch: Access-Control-Allow-Origin is "https://admin.example.com", but the page is at https://app.example.com.',
      'still-fails. Still fails with these headers: preflight-origin-mismatch: Access-Control-Allow-Origin on the CORS-preflight response is "https://admin.example.com", but the page is at https://app.example.com.',
      'still-fails. Still fails with these headers: preflight-origin-mismatch: Access-Control-Allow-Origin on the CORS-preflight response is "https://admin.example.com", but the page is at https://app.example.com.',
    ],
  },
  'one origin in place of the other breaks what worked': {
    allow: (origin) => (origin === 'https://app.example.com' ? origin : null),
    proofs: [
      'still-fails. Still fails: these headers break what worked. origin-missing: The response to GET {target}/items has no Access-Control-Allow-Origin header.',
      'still-fails. Still fails: these headers break what worked. origin-missing: The response to GET {target}/items has no Access-Control-Allow-Origin header.',
      'still-fails. Still fails: these headers break what worked. origin-missing: The response to GET {target}/items has no Access-Control-Allow-Origin header.',
    ],
  },
  'the allow list is proved': {
    allow: (origin) => (/^https:\/\/(app|admin)\.example\.com$/.test(origin) ? origin : null),
    proofs: [
      'proved. Proved: with these headers the browser accepts it.',
      'proved. Proved: with these headers the browser accepts it.',
      'proved. Proved: with these headers the browser accepts it, up to the actual request, which was held.',
    ],
  },
} as const satisfies Readonly<Record<string, Proposal>>;

/** Tries a proposal: what is said of each violation, and the requests of unsafe methods that arrived. */
export async function tryProposal(
  cors: Pick<Cors, 'openPage'>,
  engine: RunningEngine,
  { allow }: Proposal,
  lookalikes?: IsAsked,
): Promise<{ readonly lines: readonly string[]; readonly unsafe: readonly string[] }> {
  const server = await startExpressCors({ ...correctSettings, origin: ['https://admin.example.com'] });
  const { origin: target, log } = server;
  try {
    const verdicts = await proveWith(cors, engine, promiseFor(target, bothOrigins), {
      rule: rule(target, allow),
      ...(lookalikes === undefined ? {} : { lookalikes }),
    });
    return {
      lines: proofLines(verdicts).map((line) => line.replaceAll(target, '{target}')),
      unsafe: log.filter((line) => line.startsWith('PUT')),
    };
  } finally {
    await server.close();
  }
}

/** Returns what has to be said of a proposal. */
export const expectedOf = ({ proofs }: Proposal): Awaited<ReturnType<typeof tryProposal>> => ({
  lines: violations.map((violation, index) => `${violation}: ${proofs[index]}`),
  unsafe: [],
});

/** What is wrong with the server, in the order of the proofs. */
const violations = [
  'origin-missing of GET, trusted',
  'preflight-origin-missing of GET, trusted',
  'preflight-origin-missing of PUT, trusted',
];

const rule =
  (target: string, allow: (origin: string) => string | null): ResponseRule =>
  ({ url, origin, purpose, status, headers }) => {
    if (!url.startsWith(target)) return null;
    const allowed = origin === null ? null : allow(origin);
    const kept = headers.filter(([name]) => !name.toLowerCase().startsWith('access-control-'));
    const granted: HeaderList =
      purpose === 'preflight'
        ? [
            ['Access-Control-Allow-Methods', 'GET, PUT'],
            ['Access-Control-Allow-Headers', 'content-type, x-request-id'],
          ]
        : [['Access-Control-Expose-Headers', 'x-total-count']];
    const sharing: HeaderList =
      allowed === null
        ? []
        : [
            ['Access-Control-Allow-Origin', allowed],
            ['Access-Control-Allow-Credentials', 'true'],
            ...granted,
          ];
    return { status, headers: [...kept, ...sharing] };
  };
