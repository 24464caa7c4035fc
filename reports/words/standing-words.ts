import { say, type Phrase } from '../../src/words/say.ts';
import type { Standing } from '../read/reading.ts';

/** What each standing is called where there is room for a word. */
const standingWords = {
  reads: 'reads',
  refused: 'refused',
  'too open': 'too open',
  'too closed': 'too closed',
  'header hidden': 'header hidden',
  'not reached': 'not reached',
  hazard: 'reads, at risk',
  inconclusive: 'unclear',
  inapplicable: 'not judged',
} as const satisfies Record<Standing, Phrase>;

export const standingWord = (standing: Standing): string => say(standingWords[standing]);
