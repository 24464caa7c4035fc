import type { AcceptedFinding, EngineId } from '../model.ts';
import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import { fingerprintIn } from './fingerprint.ts';

/** What a run found of one diagnosis on one route. */
export interface Found {
  readonly diagnosis: DiagnosisId;
  readonly route: string;
  readonly engines: readonly EngineId[];
  readonly fingerprints: readonly string[];
}

/** Whom a selection is about; an empty list is about all. */
export interface Selection {
  readonly diagnoses: readonly string[];
  readonly routes: readonly string[];
  readonly fingerprints: readonly string[];
}

/** Returns those of `found` that `selection` names, with those of their fingerprints that it names. */
export function select(found: readonly Found[], selection: Selection): readonly Found[] {
  const { diagnoses, routes, fingerprints } = selection;
  return found.flatMap((one) => {
    if (diagnoses.length > 0 && !diagnoses.includes(one.diagnosis)) return [];
    if (routes.length > 0 && !routes.includes(one.route)) return [];
    const own = one.fingerprints.filter(
      (print) =>
        fingerprints.length === 0 ||
        fingerprints.includes(print) ||
        // As report.json says it.
        fingerprints.includes(fingerprintIn(print)),
    );
    return own.length === 0 ? [] : [{ ...one, fingerprints: own }];
  });
}

/** Returns `baseline` with `chosen` accepted for `reason` until `until`, whatever it said of them before. */
export function accept(
  baseline: readonly AcceptedFinding[],
  chosen: readonly Found[],
  { reason, until }: Pick<AcceptedFinding, 'reason' | 'until'>,
): readonly AcceptedFinding[] {
  return chosen.reduce<readonly AcceptedFinding[]>((before, found) => {
    const others = without(before, found.fingerprints);
    const same = others.find(
      (one) =>
        one.diagnosis === found.diagnosis &&
        one.route === found.route &&
        one.reason === reason &&
        one.until === until,
    );
    const accepted = {
      diagnosis: found.diagnosis,
      route: found.route,
      reason,
      until,
      engines: union(same?.engines ?? [], found.engines),
      fingerprints: union(same?.fingerprints ?? [], found.fingerprints),
    };
    return [...others.filter((one) => one !== same), accepted];
  }, baseline);
}

/** Returns `baseline` without `fingerprints`, and without what is left with none. */
export function without(
  baseline: readonly AcceptedFinding[],
  fingerprints: readonly string[],
): readonly AcceptedFinding[] {
  return baseline
    .map((one) => {
      const left = one.fingerprints.filter((print) => !fingerprints.includes(print));
      return left.length === one.fingerprints.length ? one : { ...one, fingerprints: left };
    })
    .filter((one) => one.fingerprints.length > 0);
}

const union = <Item>(a: readonly Item[], b: readonly Item[]): readonly Item[] => [...new Set([...a, ...b])];
