import type { Verdict } from '../../src/model.ts';
import type { PlannedCheck } from '../../src/plan/report-contract.ts';
import { visible } from '../words/visible-text.ts';

/** Returns the `inconclusive` verdict of a planned check that left none; `reason` says why, without a capital. */
export function unrunVerdict(check: PlannedCheck, engine: Verdict['engine'], reason: string): Verdict {
  const { id, route, origin, originRole, method, credentialsMode, detail, url } = check;
  return {
    id,
    status: 'inconclusive',
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
    seen: `This check did not run: ${ended(visible(reason))}`,
    why: 'A planned check without a verdict proves nothing, so the gate stays closed.',
    remedy: 'Let its test run to the end, or remove the check from the policy.',
    spec: '',
    headersToSend: [],
    proof: null,
    reproduce: { curl: '', fetch: '' },
    fingerprint: ['unrun', check.check, route, originRole, method, credentialsMode].join(' '),
  };
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
