import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { BrokenTwin, Fix } from './fix.ts';
import { curingRole } from './cured.ts';

/** A fix, and the defect of it that was seen to end in a diagnosis. */
export interface ProvenFix<One> {
  readonly fix: One;
  readonly twin: BrokenTwin;
}

/**
 * Returns the fixes of `library` that cure `diagnosis`: `proven` are those of which a broken twin was seen to end in
 * it, each with the first such twin; `others` are all that are left. Both are empty where no server cures it; a dev server
 * is never among them, as it makes the request another one. Pure; in the library's order.
 */
export function fixesFor<One extends Pick<Fix, 'role' | 'broken'>>(
  diagnosis: DiagnosisId,
  library: readonly One[],
): { readonly proven: readonly ProvenFix<One>[]; readonly others: readonly One[] } {
  const role = curingRole(diagnosis);
  const curing = library.filter((fix) => fix.role === role);
  const proven = curing.flatMap((fix): ProvenFix<One>[] => {
    const twin = fix.broken.find(({ seen }) => seen.by !== 'start' && seen.diagnosis === diagnosis);
    return twin === undefined ? [] : [{ fix, twin }];
  });
  return { proven, others: curing.filter((one) => !proven.some(({ fix }) => fix === one)) };
}
