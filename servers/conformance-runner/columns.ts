/** How a cell stands to the declared intent: as promised, against it, or neither. */
export type Tone = 'good' | 'poor' | 'plain';

interface Column {
  /** The head of the column: a few words. */
  readonly title: string;
  /** One sentence: what is asked, and what the words of the cells mean. */
  readonly asks: string;
  /** Each word that a cell of the column can hold. */
  readonly values: Readonly<Record<string, Tone>>;
}

const reads = { reads: 'good', hidden: 'poor' } as const;

/** The promises that are looked at, in the order in which they are shown. */
export const columns = {
  trusted: {
    title: 'trusted pages',
    asks: 'GET from each of the two trusted origins: does the page read the answer?',
    values: { both: 'good', one: 'poor', none: 'poor' },
  },
  stranger: {
    title: 'a stranger',
    asks: 'GET from an origin that nobody trusts: `reads`; `answered`: the handler ran, and the page does not read; `barred`: the handler did not run.',
    values: { reads: 'poor', answered: 'plain', barred: 'plain' },
  },
  opaque: {
    title: 'Origin: null',
    asks: 'GET from an opaque origin, such as a sandboxed frame.',
    values: { refused: 'good', reads: 'poor' },
  },
  bare: {
    title: 'without Origin',
    asks: 'GET without Origin, as an image or a crawler asks: what does Access-Control-Allow-Origin say?',
    values: { nothing: 'good', '*': 'plain', 'an origin': 'poor' },
  },
  vary: {
    title: 'Vary: Origin',
    asks: 'On which GET answers does Vary name Origin: on all, on those to a request with Origin, on those to a trusted one, or on none?',
    values: { always: 'good', 'with Origin': 'poor', 'if trusted': 'poor', never: 'poor', other: 'poor' },
  },
  ownVary: {
    title: "the handler's Vary",
    asks: 'GET from a trusted page, where the handler itself says Vary: Accept-Language: which of the two names are in the answer?',
    values: { both: 'good', 'own only': 'poor', 'Origin only': 'poor', neither: 'poor' },
  },
  preflight: {
    title: 'preflight',
    asks: 'A CORS-preflight request for PUT with content-type and authorization from a trusted page.',
    values: { granted: 'good', refused: 'poor' },
  },
  varyPreflight: {
    title: 'its Vary',
    asks: 'Which request headers does Vary of the CORS-preflight response name, of Origin, Access-Control-Request-Method and Access-Control-Request-Headers? RFC 9110 lets no cache keep that response, so nothing depends on it.',
    values: {
      'all three': 'plain',
      origin: 'plain',
      'origin, headers': 'plain',
      'origin, method': 'plain',
      'no origin': 'plain',
      none: 'plain',
    },
  },
  maxAge: {
    title: 'max age',
    asks: 'Does the CORS-preflight response say the 600 seconds that were declared?',
    values: { said: 'good', none: 'poor', another: 'poor' },
  },
  method: {
    title: 'another method',
    asks: 'A CORS-preflight request for PATCH, which nobody declared.',
    values: { refused: 'good', granted: 'poor' },
  },
  header: {
    title: 'another header',
    asks: 'A CORS-preflight request for PUT with x-other, which nobody declared.',
    values: { refused: 'good', granted: 'poor' },
  },
  expose: {
    title: 'x-total-count',
    asks: 'GET from a trusted page: does it read the response header that was declared, or is that said on the CORS-preflight response alone?',
    values: { reads: 'good', hidden: 'poor', 'preflight only': 'poor' },
  },
  head: { title: 'HEAD', asks: 'HEAD from a trusted page.', values: reads },
  headPreflight: {
    title: 'HEAD, preflight',
    asks: 'A CORS-preflight request for HEAD with authorization. HEAD is a CORS-safelisted method, whatever the list of methods says.',
    values: { granted: 'good', refused: 'poor' },
  },
  missing: { title: '404', asks: 'GET of a path that is not there, from a trusted page.', values: reads },
  missingPreflight: {
    title: '404, preflight',
    asks: 'A CORS-preflight request for a path that is not there, from a trusted page.',
    values: { granted: 'plain', refused: 'plain' },
  },
  boom: {
    title: 'uncaught error',
    asks: 'GET of a handler that throws, or of a back end that hangs up, from a trusted page.',
    values: reads,
  },
  wrongMethod: {
    title: '405',
    asks: 'POST of text/plain, which the path does not have, from a trusted page.',
    values: reads,
  },
  moved: {
    title: 'redirect',
    asks: 'GET that is answered with a redirect, from a trusted page.',
    values: reads,
  },
  plainOptions: {
    title: 'OPTIONS',
    asks: 'OPTIONS from a trusted page without Access-Control-Request-Method, which is no CORS-preflight request: an ok status, or an error?',
    values: { ok: 'plain', error: 'plain' },
  },
} as const satisfies Readonly<Record<string, Column>>;

export type ColumnId = keyof typeof columns;

/** What one library does: a word of each column; `null` where it could not be asked. */
export type Cells = {
  readonly [Id in ColumnId]: (keyof (typeof columns)[Id]['values'] & string) | null;
};

/** Returns the columns in order. */
export const columnIds = Object.keys(columns).filter((id): id is ColumnId => Object.hasOwn(columns, id));

/** Returns how a word stands to the declared intent; `plain` of a word that the column does not have. */
export function toneOf(id: ColumnId, word: string): Tone {
  const values: Readonly<Record<string, Tone>> = columns[id].values;
  return values[word] ?? 'plain';
}
