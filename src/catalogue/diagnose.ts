import type { CaseCheck } from './case.ts';
import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { Engine } from '../engines/engine.ts';
import { judgeHeadersExposed } from '../judge/exposed-headers.ts';
import type { Finding } from '../judge/finding.ts';
import { keptCopy, keptCopyFinding } from '../judge/kept-copy.ts';
import { judgePreflightCache } from '../judge/preflight-cache.ts';
import {
  judgeHeaderRefused,
  judgeMethodRefused,
  judgeReadable,
  judgeRedirectFree,
  judgeUnreadable,
} from '../judge/single-probe.ts';
import { copyFinding, sharedCopy } from '../judge/shared-copy.ts';
import { judgeVary } from '../judge/vary.ts';
import type { Observation } from '../model.ts';
import { authorityOf } from '../fetch-standard/urls.ts';
import { hearWitnesses, type Testimony } from '../judge/witnesses.ts';
import type { CaseEvidence } from './evidence.ts';

/**
 * Returns what the judges of a target say of the evidence: a diagnosis, `null` if everything is as promised, or the
 * sentence of why nothing can be said. The case's own expectation has no part in it.
 */
export function diagnose(
  check: CaseCheck | undefined,
  evidence: CaseEvidence,
  engine: Engine,
): DiagnosisId | null | { readonly undecided: string } {
  const finding = judge(check, evidence, engine);
  switch (finding.status) {
    case 'conforms':
      return null;
    case 'violates':
      return finding.diagnosis;
    case 'inapplicable':
      return { undecided: finding.seen };
    case 'inconclusive':
      return finding.diagnosis ?? { undecided: finding.seen ?? 'inconclusive' };
    default:
      return finding satisfies never;
  }
}

function judge(check: CaseCheck | undefined, evidence: CaseEvidence, engine: Engine): Finding {
  const { main, before, companions, addresses } = evidence;
  const authorities = new Set(Object.values(addresses).map(authorityOf));
  const hear = (observation: Observation): Testimony => hearWitnesses(observation, engine, authorities);
  const testimony = hear(main);
  switch (check?.check) {
    case undefined:
      return judgeReadable(main, testimony);
    case 'unreadable': {
      const { stranger } = companions;
      const control = stranger === undefined ? null : hear(stranger);
      return judgeUnreadable(main, testimony, control, {
        role: check.role,
        public: check.public === true,
        mistake: check.mistake,
      });
    }
    case 'method-refused':
      return judgeMethodRefused(main, testimony);
    case 'redirect-free':
      return judgeRedirectFree(main, testimony);
    case 'header-refused':
      return judgeHeaderRefused(main, testimony, check.name);
    case 'headers-exposed':
      return judgeHeadersExposed(main, testimony, check.declared);
    case 'preflight-cache':
      return judgePreflightCache(main, testimony, companions.second ?? main, check.declaredSeconds);
    case 'vary': {
      const finding = judgeVary(check.on, [
        { role: 'trusted', observation: companions.trusted ?? null },
        { role: 'untrusted', observation: companions.stranger ?? null },
        { role: 'absent', observation: companions.absent ?? null },
      ]);
      const left = before.at(-1);
      const kept = left === undefined ? null : keptCopy(left, main, engine);
      return finding.status === 'violates' && kept !== null ? keptCopyFinding(kept) : finding;
    }
    case 'shared-cache': {
      const { uncached } = companions;
      const suspect = { observation: main, testimony };
      const fresh = uncached === undefined ? null : { observation: uncached, testimony: hear(uncached) };
      const copy = sharedCopy(suspect, suspect, fresh, new Map());
      return copy === null ? judgeReadable(main, testimony) : copyFinding(copy, main);
    }
    default:
      return check satisfies never;
  }
}
