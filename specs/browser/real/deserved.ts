import type { Verdict } from '../../../src/model.ts';
import { proofOf, type Fault } from './faults.ts';

/** What a server was found to do wrong, and whether what is not answered as declared is left open. */
interface Found {
  /** Each diagnosis once, with what became of its proof where one was asked for. Sorted. */
  readonly wrong: readonly string[];
  /** The checks without a verdict. */
  readonly open: readonly string[];
}

/** Returns what the verdicts on a server with a fault say. */
export const foundIn = (verdicts: readonly Verdict[]): Found => ({
  wrong: [
    ...new Set(
      verdicts
        .filter(({ status }) => status === 'violates')
        .map(({ diagnosis, proof }) => [diagnosis, ...(proof === null ? [] : [proof.outcome])].join(': ')),
    ),
  ].sort(),
  open: verdicts.filter(({ status }) => status === 'inconclusive').map(({ check }) => check),
});

/** Returns what they have to say of a fault of the server that is called `name`. */
export function deserved(fault: Fault, name: string, { isProved }: { readonly isProved: boolean }): Found {
  const diagnoses = fault.unlike?.[name] ?? fault.diagnoses;
  return {
    wrong: diagnoses.map((id) => (isProved ? `${id}: ${proofOf(id)}` : id)).sort(),
    open: fault.unanswered?.includes(name) === true ? ['status'] : [],
  };
}
