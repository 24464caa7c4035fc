import type { OriginRole } from '../model.ts';
import { inapplicable, inconclusive, type Finding } from './finding.ts';
import type { Heard, Probed } from './probed.ts';
import { say } from '../words/say.ts';

/** What was heard of the probe that a check is mainly about, or the finding where nothing was. */
export type MainProbe =
  ({ readonly kind: 'heard' } & Heard) | { readonly kind: 'unheard'; readonly finding: Finding };

/** Returns what `probed`, of a page whose origin is in `role`, says to a check that is mainly about it. */
export function mainProbe(probed: Probed | undefined, role: OriginRole): MainProbe {
  switch (probed?.kind) {
    case 'observed':
      return { kind: 'heard', observation: probed.observation, testimony: probed.testimony };
    case 'impossible':
      // No page can be at this origin in this engine, so it can neither lose nor gain anything there.
      return unheard(role === 'trusted' ? inconclusive(probed.reason) : inapplicable(probed.reason));
    case 'unmade':
      return unheard(inconclusive(probed.reason, probed.diagnosis));
    case 'spared':
    case undefined:
      return unheard(inconclusive(say('The request was not made.')));
    default:
      return probed satisfies never;
  }
}

const unheard = (finding: Finding): MainProbe => ({ kind: 'unheard', finding });
