import { engines as byId } from '../../../fixtures/engines.ts';
import type { Engine } from '../../../src/engines/engine.ts';
import { explainText, type TextExplained } from '../../../src/explain/explain.ts';

/** Every engine that has its texts written down. */
export const engines: readonly Engine[] = Object.values(byId).filter((engine) => engine !== undefined);

/** Returns the diagnoses that `text` is explained as, those of several failures after each other. */
export const idsOf = (text: string): string[] => explainText(text, engines).flatMap(idsIn);

export function idsIn(explained: TextExplained): string[] {
  switch (explained.kind) {
    case 'diagnosis':
      return [explained.advice.diagnosis];
    case 'ambiguous':
      return explained.candidates.map(({ diagnosis }) => diagnosis);
    case 'other':
      return [];
    default:
      return explained satisfies never;
  }
}
