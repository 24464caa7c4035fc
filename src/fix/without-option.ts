import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import { say } from '../words/say.ts';
import type { StackId } from './stacks.ts';

/** What the CORS library of a stack has no option for, so that its users add it beside the library, as the stack's file does. */
export interface WithoutOption {
  readonly library: string;
  /** Its row of docs/conformance.md, which shows it. */
  readonly row: string;
  readonly lacks: readonly DiagnosisId[];
}

export const withoutOption: Partial<Readonly<Record<StackId, WithoutOption>>> = {
  flask: {
    library: 'Flask-CORS',
    row: 'flask-cors',
    lacks: ['vary-origin-missing', 'preflight-vary-origin-missing'],
  },
  gin: {
    library: 'gin-contrib/cors',
    row: 'gin-contrib-cors',
    lacks: ['vary-origin-missing', 'preflight-vary-origin-missing'],
  },
  'actix-web': { library: 'actix-cors', row: 'actix-cors', lacks: ['preflight-vary-origin-missing'] },
  rack: { library: 'rack-cors', row: 'rack-cors', lacks: ['preflight-vary-origin-missing'] },
};

/** Returns that the library of `stack` has no option for what `diagnosis` misses; empty if it has one, or nobody knows. */
export function withoutOptionText(stack: StackId, diagnosis: DiagnosisId): string {
  const known = withoutOption[stack];
  return known?.lacks.includes(diagnosis) === true
    ? say('{library} has no option for this: add it beside the library, as the file of the fix does.', {
        library: known.library,
      })
    : '';
}
