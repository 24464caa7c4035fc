/**
 * Returns what of an English sentence no translation may change, sorted, each once: placeholders, names of headers and of
 * methods, what stands between quotation marks, and code.
 */
export function keptWords(sentence: string): string[] {
  return [...new Set(sentence.match(kept) ?? [])].sort();
}

const kept = new RegExp(
  [
    /\{\w+\}/,
    // `Access-Control-Allow-Credentials: true`, `Vary: Origin`, `Content-Type`.
    /\b(?:Vary|[A-Z][a-z]+(?:-[A-Z][a-z]+)+)\b(?:: (?:true|null|cross-origin|Origin|\{\w+\}))?/,
    /"[^"]*"/,
    /\b(?:Authorization|Cookie|Origin|OPTIONS|TypeError|Blob|HTTP\/2|TLS|DNS|WebKit|CORS(?!-)|URL)\b/,
    /\b(?:connect-src|alsoContact|crossorigin|integrity|null|204|401)\b/,
    /[\w.]+\(\)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** Reports whether a sentence is one of Japanese: no other language is written with these letters. */
export const isJapanese = (sentence: string): boolean =>
  /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sentence);
