import type { Exchange, HeaderList, OriginRole, Report, Verdict } from '../model.ts';

/** Stands for the origin of each page, in the texts of what came to the same for several. */
const originMark = '{origin}';

/** An exchange: the indices of its request and of its answer. */
export type SaidExchange = readonly [request: number, answer: number];

/** One page of those that came to the same: its index, the verdict's place among all, and what was on the wire. */
export type SaidPage = readonly [page: number, place: number, exchanges: readonly SaidExchange[]];

/** The verdicts of several pages that differ in nothing but the page's origin, and in what was on the wire. */
export interface SaidVerdict extends Omit<Verdict, 'origin' | 'originRole' | 'exchanges' | 'fingerprint'> {
  /** `true`: in the texts of the verdicts and their exchanges, `{origin}` stands for the page's origin. */
  readonly filled: boolean;
  /** By the role of the page's origin. */
  readonly fingerprints: Partial<Readonly<Record<OriginRole, string>>>;
  readonly pages: readonly SaidPage[];
}

/** Verdicts as they are written: what several have in common is said once, and referred to by its index. */
export interface SaidVerdicts {
  readonly pages: readonly { readonly origin: string; readonly role: OriginRole }[];
  /** Header lines, each once. */
  readonly headers: HeaderList;
  /** `headers` are indices of header lines. */
  readonly requests: readonly {
    readonly purpose: Exchange['purpose'];
    readonly method: string;
    readonly url: string;
    readonly headers: readonly number[];
  }[];
  /** `status` is absent if no response came, `failure` where there was none. */
  readonly answers: readonly {
    readonly status?: number;
    readonly headers: readonly number[];
    readonly fromCache?: true;
    readonly failure?: string;
  }[];
  readonly verdicts: readonly SaidVerdict[];
}

type Disagreement = Report['disagreements'][number];

/** The same disagreement on requests of several pages; in `pages` are the index of each and the place among all. */
interface WrittenDisagreement extends Omit<Disagreement, 'origin' | 'originRole'> {
  readonly filled: boolean;
  readonly pages: readonly (readonly [page: number, place: number])[];
}

/** The contract of `report.json`: a report whose verdicts are said once. */
export interface WrittenReport extends Omit<Report, 'verdicts' | 'disagreements' | 'fixes'>, SaidVerdicts {
  readonly disagreements: readonly WrittenDisagreement[];
  /** `verdicts` are places. */
  readonly fixes: readonly (Omit<Report['fixes'][number], 'verdicts'> & {
    readonly verdicts: readonly number[];
  })[];
}

type Shared = Omit<SaidVerdict, 'filled' | 'fingerprints' | 'pages'>;

/** Returns `verdicts` with what they have in common said once. Nothing is lost: see `wholeVerdicts`. */
export function sayOnce(verdicts: readonly Verdict[]): SaidVerdicts {
  const tables = new Tables();
  const said = sayIn(tables, verdicts);
  return { ...tables.items(), verdicts: said };
}

interface Group extends Shared {
  readonly filled: boolean;
  readonly fingerprints: Partial<Record<OriginRole, string>>;
  readonly pages: SaidPage[];
}

function sayIn(tables: Tables, verdicts: readonly Verdict[]): SaidVerdict[] {
  const groups = new Map<string, Group>();
  for (const [place, verdict] of verdicts.entries()) {
    const { origin, originRole: role, fingerprint, exchanges } = verdict;
    const mark = markOf(verdict);
    const shared = withTexts(verdict, (text) => marked(text, mark));
    // A role has one fingerprint; where it is otherwise, each has a group of its own.
    let key = JSON.stringify([shared, mark !== null]);
    while ((groups.get(key)?.fingerprints[role] ?? fingerprint) !== fingerprint) key += ' ';
    const group = groups.get(key) ?? { ...shared, filled: mark !== null, fingerprints: {}, pages: [] };
    group.fingerprints[role] = fingerprint;
    group.pages.push([tables.page(origin, role), place, exchanges.map((one) => tables.exchange(one, mark))]);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Returns the verdicts that were said once, in their order. Throws a `RangeError` if they refer to what is not there. */
export function wholeVerdicts(said: SaidVerdicts): Verdict[] {
  const exchangeOf = exchangesIn(said);
  return inOrder(
    said.verdicts.flatMap(({ filled, fingerprints, pages, ...shared }) =>
      pages.map(([page, place, exchanges]): Placed<Verdict> => {
        const { origin, role: originRole } = at(said.pages, page);
        const fingerprint = fingerprints[originRole];
        if (fingerprint === undefined)
          throw new RangeError(`No fingerprint is for the role "${originRole}".`);
        const mark = filled ? origin : null;
        const own = withTexts(shared, (text) => unmarked(text, mark));
        const seen = exchanges.map((exchange) => exchangeOf(exchange, mark));
        return [place, { ...own, origin, originRole, exchanges: seen, fingerprint }];
      }),
    ),
  );
}

/** Returns what finds an exchange, each once for each mark. */
function exchangesIn({ headers, requests, answers }: SaidVerdicts) {
  const known = new Map<string, Exchange>();
  return ([request, answer]: SaidExchange, mark: string | null): Exchange => {
    const key = `${request} ${answer} ${mark ?? ''}`;
    const same = known.get(key);
    if (same !== undefined) return same;
    const lines = (indices: readonly number[]): HeaderList =>
      indices.map((index): [string, string] => {
        const [name, value] = at(headers, index);
        return [unmarked(name, mark), unmarked(value, mark)];
      });
    const { purpose, method, url, headers: sent } = at(requests, request);
    const { status, headers: got, fromCache = false, failure = null } = at(answers, answer);
    const exchange: Exchange = {
      purpose,
      method,
      url: unmarked(url, mark),
      requestHeaders: lines(sent),
      response: status === undefined ? null : { status, headers: lines(got), fromCache },
      failure,
    };
    known.set(key, exchange);
    return exchange;
  };
}

/** Returns `report` as `report.json` holds it. */
export function writtenReport({ verdicts, disagreements, fixes, ...report }: Report): WrittenReport {
  const tables = new Tables();
  const said = sayIn(tables, verdicts);
  const groups = new Map<string, WrittenDisagreement & { readonly pages: [number, number][] }>();
  for (const [place, { origin, originRole: role, id, ...alike }] of disagreements.entries()) {
    const mark = canMark([id], origin) ? origin : null;
    const shared = { id: marked(id, mark), ...alike, filled: mark !== null };
    const key = JSON.stringify(shared);
    const group = groups.get(key) ?? { ...shared, pages: [] };
    group.pages.push([tables.page(origin, role), place]);
    groups.set(key, group);
  }
  const placeOf = new Map(verdicts.map(({ id }, place) => [id, place]));
  return {
    ...report,
    ...tables.items(),
    verdicts: said,
    disagreements: [...groups.values()],
    fixes: fixes.map((fix) => ({ ...fix, verdicts: fix.verdicts.flatMap((id) => placeOf.get(id) ?? []) })),
  };
}

/**
 * Returns the report that `report.json` holds, parsed: each verdict whole, with its own exchanges. Throws a `RangeError`
 * if it refers to what is not there.
 */
export function wholeReport(written: WrittenReport): Report {
  const { pages, headers: _headers, requests: _requests, answers: _answers, ...report } = written;
  const verdicts = wholeVerdicts(written);
  return {
    ...report,
    verdicts,
    disagreements: inOrder(
      written.disagreements.flatMap(({ filled, pages: own, id, ...alike }) =>
        own.map(([page, place]): Placed<Disagreement> => {
          const { origin, role: originRole } = at(pages, page);
          return [place, { ...alike, id: unmarked(id, filled ? origin : null), origin, originRole }];
        }),
      ),
    ),
    fixes: written.fixes.map((fix) => ({
      ...fix,
      verdicts: fix.verdicts.map((place) => at(verdicts, place).id),
    })),
  };
}

type Placed<Item> = readonly [place: number, item: Item];

const inOrder = <Item>(placed: readonly Placed<Item>[]): Item[] =>
  placed.toSorted(([one], [other]) => one - other).map(([, item]) => item);

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`There is no item ${index} of ${items.length}.`);
  return item;
}

const marked = (text: string, origin: string | null): string =>
  origin !== null && text.includes(origin) ? text.replaceAll(origin, originMark) : text;

const unmarked = (text: string, origin: string | null): string =>
  origin !== null && text.includes(originMark) ? text.replaceAll(originMark, () => origin) : text;

/** Returns the origin that the mark can stand for in every text of `verdict`; `null` if a text holds the mark itself. */
function markOf(verdict: Verdict): string | null {
  const { origin, exchanges } = verdict;
  const texts: string[] = [];
  withTexts(verdict, (text) => {
    texts.push(text);
    return text;
  });
  return canMark(texts, origin) && !exchanges.some(holdsMark) ? origin : null;
}

const canMark = (texts: readonly string[], origin: string): boolean =>
  origin !== '' && ![origin, ...texts].some((text) => text.includes(originMark));

const holdsMark = ({ url, requestHeaders, response }: Exchange): boolean =>
  [url, ...requestHeaders.flat(), ...(response?.headers ?? []).flat()].some((text) =>
    text.includes(originMark),
  );

/** Returns what verdicts of several pages may share, in the order in which it is written, with each text that may name the origin. */
function withTexts(verdict: Shared, change: (text: string) => string): Shared {
  const { followsFrom, headersToSend, proof, reproduce } = verdict;
  const lines = (list: Verdict['headersToSend']): Verdict['headersToSend'] =>
    list.map(({ on, line }) => ({ on, line: change(line) }));
  return {
    id: change(verdict.id),
    status: verdict.status,
    followsFrom: followsFrom === null ? null : change(followsFrom),
    diagnosis: verdict.diagnosis,
    kind: verdict.kind,
    severity: verdict.severity,
    owner: verdict.owner,
    check: verdict.check,
    route: verdict.route,
    method: verdict.method,
    credentialsMode: verdict.credentialsMode,
    detail: verdict.detail,
    engine: { id: verdict.engine.id, version: verdict.engine.version },
    url: verdict.url,
    held: verdict.held,
    console: verdict.console.map(change),
    seen: change(verdict.seen),
    why: change(verdict.why),
    remedy: change(verdict.remedy),
    spec: verdict.spec,
    headersToSend: lines(headersToSend),
    proof:
      proof === null
        ? null
        : { outcome: proof.outcome, said: change(proof.said), headers: lines(proof.headers) },
    reproduce: { curl: change(reproduce.curl), fetch: change(reproduce.fetch) },
  };
}

/** What is said once, under its index. */
class Tables {
  readonly #pages = new Table<SaidVerdicts['pages'][number]>();
  readonly #headers = new Table<HeaderList[number]>();
  readonly #requests = new Table<SaidVerdicts['requests'][number]>();
  readonly #answers = new Table<SaidVerdicts['answers'][number]>();
  /** Several verdicts on one request have the same exchanges. */
  readonly #exchanges = new Map<string | null, WeakMap<Exchange, SaidExchange>>();

  page(origin: string, role: OriginRole): number {
    return this.#pages.indexOf({ origin, role });
  }

  exchange(exchange: Exchange, mark: string | null): SaidExchange {
    const known = this.#exchanges.get(mark) ?? new WeakMap<Exchange, SaidExchange>();
    this.#exchanges.set(mark, known);
    const said = known.get(exchange) ?? this.#say(exchange, mark);
    known.set(exchange, said);
    return said;
  }

  items(): Omit<SaidVerdicts, 'verdicts'> {
    return {
      pages: this.#pages.items,
      headers: this.#headers.items,
      requests: this.#requests.items,
      answers: this.#answers.items,
    };
  }

  #say(
    { purpose, method, url, requestHeaders, response, failure }: Exchange,
    mark: string | null,
  ): SaidExchange {
    const lines = (list: HeaderList): number[] =>
      list.map(([name, value]) => this.#headers.indexOf([marked(name, mark), marked(value, mark)]));
    const request = { purpose, method, url: marked(url, mark), headers: lines(requestHeaders) };
    const answer = {
      ...(response === null ? {} : { status: response.status }),
      headers: lines(response?.headers ?? []),
      ...(response?.fromCache === true ? { fromCache: true as const } : {}),
      ...(failure === null ? {} : { failure }),
    };
    return [this.#requests.indexOf(request), this.#answers.indexOf(answer)];
  }
}

/** Items, each once. */
class Table<Item> {
  readonly items: Item[] = [];
  readonly #indices = new Map<string, number>();

  indexOf(item: Item): number {
    const key = JSON.stringify(item);
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    this.#indices.set(key, this.items.length);
    return this.items.push(item) - 1;
  }
}
