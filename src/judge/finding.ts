import type { DiagnosisId, Severity } from '../diagnoses/vocabulary.ts';
import type { Exchange, Observation, ProbeRequest } from '../model.ts';
import type { Told } from '../words/say.ts';

/** What fills the placeholders of a diagnosis' three sentences, beside origin and method. */
export interface Filling {
  readonly value?: string;
  readonly names?: string;
  readonly status?: number | null;
  /** The diagnosis whose words say what was seen; absent: its own. */
  readonly seenAs?: DiagnosisId;
  /** The URL that is to be asked again; absent: where the request ended. */
  readonly url?: string;
  /** The page that is told of, where it is not that of the check. */
  readonly origin?: string;
  /** What to do first, as sentences, where the exchanges say more than the diagnosis; it goes before its remedy. */
  readonly cure?: string;
  /** The same, where it leaves nothing of the remedy: it takes its place. */
  readonly remedy?: string;
}

/** What a check came to, before it is dressed as a verdict. */
export type Finding =
  | { readonly status: 'conforms'; readonly seen: string }
  | { readonly status: 'inapplicable'; readonly seen: string }
  /** `diagnosis` names the neighbour of CORS that was in the way; `null` if the witnesses differ. */
  | {
      readonly status: 'inconclusive';
      readonly diagnosis: DiagnosisId | null;
      readonly seen: string | null;
      readonly filling: Filling;
    }
  | {
      readonly status: 'violates';
      readonly diagnosis: DiagnosisId;
      readonly severity: Severity | null;
      readonly filling: Filling;
    };

/** The observation that a check is mainly about, and what the check came to. */
export interface Judgement {
  readonly finding: Finding;
  readonly observation: Observation | null;
  /** A request that shows it to a person, where that of the observation does not. */
  readonly shownBy?: ProbeRequest;
  /** A sentence about what the diagnosis does not know. */
  readonly remark?: string;
  /** The id of the check whose judgement this one follows from, where no request was made for it. */
  readonly followsFrom?: string;
}

export const conforms = (seen: Told): Finding => ({ status: 'conforms', seen });
export const inapplicable = (seen: string): Finding => ({ status: 'inapplicable', seen });
export const inconclusive = (seen: string, diagnosis: DiagnosisId | null = null): Finding => ({
  status: 'inconclusive',
  diagnosis,
  seen,
  filling: {},
});
export const violates = (
  diagnosis: DiagnosisId,
  filling: Filling = {},
  severity: Severity | null = null,
): Finding => ({
  status: 'violates',
  diagnosis,
  severity,
  filling,
});

/** Returns `values` as they stand in a sentence: each in quotes; "absent" if there is none. */
export const quoted = (values: readonly string[]): string =>
  values.length === 0 ? 'absent' : values.map((value) => JSON.stringify(value)).join(', ');

/** Returns the last exchange that was answered, if any was. */
export const lastAnswered = ({ exchanges }: Pick<Observation, 'exchanges'>): Exchange | undefined =>
  exchanges.findLast(({ response }) => response !== null);

/** Returns the status of the last response of the exchanges, or `null`. */
export const lastStatus = (observation: Observation): number | null =>
  lastAnswered(observation)?.response?.status ?? null;
