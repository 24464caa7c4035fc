import type { Verdict } from '../../src/model.ts';
import type { PlannedCheck } from '../../src/plan/report-contract.ts';
import { visible } from '../words/visible-text.ts';
import { say } from '../../src/words/say.ts';

/** Returns the `inconclusive` verdict of a planned check that left none; `reason` says why, without a capital. */
export function unrunVerdict(check: PlannedCheck, engine: Verdict['engine'], reason: string): Verdict {
  const { id, route, origin, originRole, method, credentialsMode, detail, url } = check;
  return {
    id,
    status: 'inconclusive',
    followsFrom: null,
    diagnosis: null,
    kind: null,
    severity: null,
    owner: null,
    check: check.check,
    route,
    origin,
    originRole,
    method,
    credentialsMode,
    detail,
    engine,
    url,
    held: false,
    console: [],
    exchanges: [],
    seen: say('This check did not run: {reason}', { reason: ended(visible(reason)) }),
    why: say('A planned check without a verdict proves nothing, so the gate stays closed.'),
    remedy: say('Let its test run to the end, or remove the check from the policy.'),
    spec: '',
    headersToSend: [],
    proof: null,
    reproduce: { curl: '', fetch: '' },
    fingerprint: ['unrun', check.check, route, originRole, method, credentialsMode].join(' '),
  };
}

/** Returns the `inconclusive` verdict in place of one that follows from `from`, of which there is no such verdict. */
export const baselessVerdict = (verdict: Verdict, from: string): Verdict => ({
  ...verdict,
  status: 'inconclusive',
  seen: say('This check was not made, as it was to follow from "{from}", which has no such verdict.', {
    from: visible(from),
  }),
  why: say('Nothing follows from a check without a verdict, so the gate stays closed.'),
  remedy: say('Let the test of the other check run to the end.'),
});

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
