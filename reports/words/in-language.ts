import { acceptedBy, formerlyAcceptedBy } from '../../src/baseline/fingerprint.ts';
import { definitionOf, diagnosisIds, type DiagnosisId } from '../../src/diagnoses/vocabulary.ts';
import { sentencesOf } from '../../src/diagnoses/sentences.ts';
import type { FixFile, Report, ReportFix, Verdict } from '../../src/model.ts';
import { kept } from '../../src/words/ja/phrases.ts';
import type { Language } from '../../src/words/language.ts';
import { speaking, spokenLanguage } from '../../src/words/say.ts';
import { Translator, type Pair } from '../../src/words/translated.ts';

/**
 * Returns what `render` makes of `report`, said in `language`: what the report keeps in English is translated first. Ids,
 * header lines, addresses and the texts of browsers and tests stay as they are.
 */
export const renderedIn = (language: Language, report: Report, render: (report: Report) => string): string =>
  speaking(language, () => render(reportIn(language, report)));

/** Returns what was said in English, such as an error of a test, in the language that is spoken: its first line. */
export const inSpoken = (text: string): string =>
  spokenLanguage() === 'ja' ? text.replace(/^.*/, (line) => sentence(line)) : text;

/** Returns `report` with its sentences in `language`. */
export const reportIn = (language: Language, report: Report): Report =>
  language === 'en' ? report : inJapanese(report);

/** Returns `report` with its sentences in Japanese. */
function inJapanese(report: Report): Report {
  const verdicts = verdictsIn('ja', report.verdicts);
  // What a finding is accepted by depends on what was seen, as it was said.
  const own = new Map(
    report.verdicts.flatMap((verdict, index) => {
      const inJapanese = acceptedBy(verdicts[index] ?? verdict);
      return [acceptedBy, formerlyAcceptedBy].map((by) => [by(verdict), inJapanese] as const);
    }),
  );
  const known = (prints: readonly string[]): readonly string[] => prints.map((one) => own.get(one) ?? one);
  return {
    ...report,
    accepted: report.accepted.map((one) => ({
      ...one,
      fingerprints: known(one.fingerprints),
      gone: known(one.gone),
    })),
    gate: { ...report.gate, reasons: report.gate.reasons.map(sentence) },
    verdicts,
    fixes: report.fixes.map(fixInJapanese),
  };
}

/** Returns `verdicts` with their sentences in `language`. */
export const verdictsIn = (language: Language, verdicts: readonly Verdict[]): readonly Verdict[] =>
  language === 'en' ? verdicts : verdicts.map(verdictInJapanese);

function verdictInJapanese(verdict: Verdict): Verdict {
  const { diagnosis, seen, why, remedy, responder, proof, reproduce, detail } = verdict;
  const said = (text: string): string => translatorOf(diagnosis).translated(text);
  return {
    ...verdict,
    detail: sentence(detail),
    seen: said(seen),
    why: said(why),
    remedy: said(remedy),
    ...(responder === undefined ? {} : { responder: responderInJapanese(responder) }),
    proof: proof === null ? null : { ...proof, said: said(proof.said) },
    reproduce: {
      ...reproduce,
      ...(reproduce.notes === undefined ? {} : { notes: reproduce.notes.map(sentence) }),
    },
  };
}

const responderInJapanese = ({ kind, name, said }: NonNullable<Verdict['responder']>) => ({
  kind,
  name: name === null ? null : sentence(name),
  said: sentence(said),
});

const fixInJapanese = (fix: ReportFix): ReportFix => ({
  ...fix,
  ...(fix.notes === undefined ? {} : { notes: fix.notes.map(sentence) }),
  problems: fix.problems.map(sentence),
  files: fix.files.map(fileInJapanese),
});

const fileInJapanese = (file: FixFile): FixFile => ({
  ...file,
  variant: sentence(file.variant),
  notes: file.notes.map(sentence),
});

const translators = new Map<DiagnosisId | null, Translator>();

/** Returns what translates the sentences of `diagnosis`, and those of the others that stand beside them. */
function translatorOf(diagnosis: DiagnosisId | null): Translator {
  const own = diagnosis === null ? [] : [diagnosis];
  const known = translators.get(diagnosis) ?? new Translator([...own.flatMap(pairsOf), ...pairs()]);
  translators.set(diagnosis, known);
  return known;
}

const sentence = (text: string): string => translatorOf(null).translated(text);

let allPairs: readonly Pair[] | null = null;

const pairs = (): readonly Pair[] =>
  (allPairs ??= [...Object.entries(kept), ...diagnosisIds.flatMap(pairsOf)]);

/** Returns the sentences of a diagnosis; what was seen may name the status of the answer. */
function pairsOf(diagnosis: DiagnosisId): readonly Pair[] {
  const english = definitionOf(diagnosis);
  const japanese = sentencesOf(diagnosis, 'ja');
  return [
    [english.seen, japanese.seen],
    [
      english.seen.replace(/\.$/, ' (status {status}).'),
      japanese.seen.replace(/。$/, '（ステータス {status}）。'),
    ],
    [english.why, japanese.why],
    [english.remedy, japanese.remedy],
  ];
}
