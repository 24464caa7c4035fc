import type { Language } from '../words/language.ts';
import type { Sentences } from './definition.ts';
import { sentencesInJapanese } from './ja/sentences.ts';
import { definitionOf, type DiagnosisId } from './vocabulary.ts';

/** Returns what is said of `diagnosis` in `language`. */
export const sentencesOf = (diagnosis: DiagnosisId, language: Language): Sentences =>
  language === 'ja' ? sentencesInJapanese[diagnosis] : definitionOf(diagnosis);
