import type { Engine } from '../engines/engine.ts';
import { isToken } from '../fetch-standard/http-syntax.ts';
import type { EngineId } from '../model.ts';
import type { InEach } from '../words/language.ts';
import { squeeze } from './squeeze.ts';
import type { Sighting } from './sighting.ts';
import { isPrintedWith, type Template } from './template.ts';

/** What stands before the reason in the English texts, squeezed, of the engines that print them in the user's language. */
const reasonMarks: Readonly<Partial<Record<EngineId, string>>> = { firefox: '(Reason:' };

const noteOn = (name: string): InEach => ({
  en: `This looks like ${name} in another language, of which only the English texts are known. What was read is the address, the names of headers, the values and the status. Set the browser's language to English for the whole text, or look at the headers of the response.`,
  ja: `これは英語以外で表示された ${name} のメッセージのようです。照合できるのは英語のメッセージだけなので、アドレス、ヘッダー名、値、ステータスだけを読み取りました。正確に調べるには、ブラウザの言語を英語にして全文を貼り付けるか、レスポンスのヘッダーを確認してください。`,
});

/** A line of a text, and where it begins there. */
export interface Line {
  readonly start: number;
  readonly text: string;
}

/** A whole line, in which the address stands at `addressAt` of the text. */
export interface Translated extends Sighting {
  readonly addressAt: number;
}

/**
 * Returns the texts of `lines` that `engine` prints in the user's language; `templates` are its English ones. No
 * translation is known: what no translation changes (the address, a header's name, a quoted value, whether there is a
 * status) is what tells most of the English texts apart as well. Pure.
 */
export function translatedTexts(
  lines: readonly Line[],
  { id, name }: Engine,
  templates: readonly Template[],
): Translated[] {
  const foreign = lines.flatMap((line) => foreignIn(line) ?? []);
  const reasonMark = reasonMarks[id];
  if (reasonMark === undefined || foreign.length === 0) return [];
  const english = templates.flatMap((template) => {
    const [before = '', after] = sourceOf(template).split(reasonMark);
    if (after === undefined) return [];
    return [{ template, before: before.replaceAll('‘', "'"), unchanged: unchangedIn(after) }];
  });
  return foreign.flatMap(({ start, text, before, url, rest }): Translated[] => {
    const squeezed = squeeze(before).text;
    if (english.some((each) => each.before.startsWith(squeezed))) return [];
    // The address may stand between quotation marks itself.
    const seen = unchangedIn(rest.replace(/^\s*['’”»"]/, ''));
    const alike = english.filter(
      ({ template, unchanged }) =>
        isAlike(unchanged, seen) && isPrintedWith(seen.status ?? undefined, template),
    );
    const named = alike.filter(({ unchanged }) => unchanged.value === '{name}');
    // A name that is refused is a token, and so no invalid one.
    const isName = named.length > 0 && isToken(seen.value ?? '');
    const fitting = alike.filter((each) => named.length === 0 || named.includes(each) === isName);
    const likely = (fitting.length > 0 ? fitting : english).map(({ template: { means } }) =>
      means.kind === 'diagnoses' ? { ...means, note: noteOn(name) } : means,
    );
    return [
      {
        start,
        end: start + text.length,
        addressAt: start + before.length,
        text: text.trim(),
        values: {
          url,
          ...(isVaried(seen.value) ? { [isName ? 'name' : 'value']: seen.value } : {}),
          ...(/^\d/.test(seen.status ?? '') ? { status: seen.status ?? '' } : {}),
        },
        fits: likely.map((means) => ({ engine: id, means })),
      },
    ];
  });
}

interface Foreign extends Line {
  readonly before: string;
  readonly url: string;
  readonly rest: string;
}

/** Takes apart a line that gives an address and a reason, and is no English; `null` for any other. */
function foreignIn({ start, text }: Line): Foreign | null {
  const { before = '', url, rest = '' } = addressed.exec(text)?.groups ?? {};
  if (url === undefined || !givesReason.test(rest)) return null;
  const hasLetters = /[^\p{ASCII}‘’“”–—…]/u.test(text);
  // Some languages have none but those of English, and take over the name of the policy.
  const isTakenOver = /\b(?:cross|same)[ -]origin/i.test(before) && /[(.]\s*\p{L}+\s?:/u.test(rest);
  return hasLetters || isTakenOver ? { start, text, before, url, rest } : null;
}

const addressed =
  /^(?<before>[^\n]*?[:：][^\n]*?)(?<url>\b[a-z][a-z0-9+.-]*:\/\/[\w\-.~:/?#[\]@!$&*+,;=%]+(?<![.,]))(?<rest>[^\n]*)$/;

/** In brackets, or as a sentence with a colon. */
const givesReason = /(?:[(（]|[.。]\s*\p{L}+\s?[:：]).*(?:CORS|Access-Control-Allow-)/u;

/** What a sentence about CORS holds that no translation changes. */
interface Unchanged {
  /** The last word of the first `Access-Control-Allow-` name. */
  readonly header: string | null;
  /** Quoted, and no header's name; looked for beside a header's name alone. */
  readonly value: string | null;
  readonly status: string | null;
  /** Whether `Authorization` is spoken of. */
  readonly authorization: boolean;
}

function unchangedIn(sentence: string): Unchanged {
  const header = /Access-Control-Allow-(\w+)/.exec(sentence)?.[1] ?? null;
  const quotations = [...sentence.matchAll(quoted)].map((match) => match.slice(1).join(''));
  const values = quotations.filter((value) => !value.startsWith('Access-Control-'));
  const unquoted = sentence.replace(quoted, '');
  return {
    header,
    value: header === null ? null : (values[0]?.trim() ?? null),
    status: /[:：]\s*(\d{3}\b|\(null\)|\{status\})/.exec(unquoted)?.[1] ?? null,
    authorization: sentence.includes('Authorization'),
  };
}

/** Reports whether `value` is none of those that the texts themselves hold. */
const isVaried = (value: string | null): value is string => value !== null && !['*', 'true'].includes(value);

function isAlike(english: Unchanged, seen: Unchanged): boolean {
  return (
    // In one translation it is another header that is "*".
    (english.header === seen.header || seen.value === '*') &&
    (english.value === seen.value || (english.value?.startsWith('{') === true && isVaried(seen.value))) &&
    (english.status === '{status}' ? /^\d/.test(seen.status ?? '') : english.status === seen.status) &&
    english.authorization === seen.authorization
  );
}

const quoted =
  /‘([^’']*)[’']|“([^”]*)”|„([^“”]*)[“”]|‚([^‘’]*)[‘’]|”([^”]*)”|«\s*([^»]*?)\s*»|「([^」]*)」|`([^`]*)`|"([^"]*)"|(?<!\p{L})'([^']*)'/gu;

/** Returns the text of `template`, squeezed, with its placeholders. */
const sourceOf = ({ segments, placeholders }: Template): string =>
  segments
    .map(({ text }, index) => text + (index < placeholders.length ? `{${placeholders[index]}}` : ''))
    .join('')
    .replace(/'([^']*)'/g, '‘$1’');
