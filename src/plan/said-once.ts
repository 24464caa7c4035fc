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

/** What was said once before: the size of a report is found out by saying it. */
const saidBefore = new WeakMap<readonly Verdict[], SaidVerdicts>();

/** Returns `verdicts` with what they have in common said once. Nothing is lost: see `wholeVerdicts`. */
export function sayOnce(verdicts: readonly Verdict[]): SaidVerdicts {
  const said = saidBefore.get(verdicts) ?? say(verdicts);
  saidBefore.set(verdicts, said);
  return said;
}

interface Group extends Shared {
  readonly filled: boolean;
  readonly fingerprints: Partial<Record<OriginRole, string>>;
  readonly pages: SaidPage[];
}

function say(verdicts: readonly Verdict[]): SaidVerdicts {
  const tables = new Tables();
  const groups = new Map<string, Group>();
  for (const [place, verdict] of verdicts.entries()) {
    const { origin, originRole: role, fingerprint, exchanges } = verdict;
    const { shared, mark } = sharedBy(verdict, tables);
    // A role has one fingerprint; where it is otherwise, each has a group of its own.
    let key = `${mark === null} ${JSON.stringify(shared)}`;
    while ((groups.get(key)?.fingerprints[role] ?? fingerprint) !== fingerprint) key += ' ';
    const known = groups.get(key);
    const group = known ?? { ...shared, filled: mark !== null, fingerprints: {}, pages: [] };
    if (known === undefined) groups.set(key, group);
    group.fingerprints[role] = fingerprint;
    group.pages.push([
      tables.pages.indexOf({ origin, role }),
      place,
      exchanges.map((exchange) => tables.exchange(exchange, mark)),
    ]);
  }
  return { ...tables.items(), verdicts: [...groups.values()] };
}

/** Returns what `verdict` may share, with the mark for its origin, unless a text of it looks like the mark. */
function sharedBy(
  verdict: Verdict,
  tables: Tables,
): { readonly shared: Shared; readonly mark: string | null } {
  const { origin, exchanges } = verdict;
  let canMark = mayStandFor(origin) && !exchanges.some((exchange) => tables.holdsMark(exchange));
  const shared = withTexts(verdict, (text) => {
    canMark &&= !text.includes(originMark);
    return canMark ? marked(text, origin) : text;
  });
  return canMark ? { shared, mark: origin } : { shared: withTexts(verdict, (text) => text), mark: null };
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
  const { pages, ...said } = sayOnce(verdicts);
  const allPages = new Table(pages);
  const groups = new Map<string, WrittenDisagreement & { readonly pages: [number, number][] }>();
  for (const [place, { origin, originRole: role, id, ...alike }] of disagreements.entries()) {
    const filled = mayStandFor(origin) && !id.includes(originMark);
    const shared = { id: filled ? marked(id, origin) : id, ...alike, filled };
    const key = JSON.stringify(shared);
    const group = groups.get(key) ?? { ...shared, pages: [] };
    group.pages.push([allPages.indexOf({ origin, role }), place]);
    groups.set(key, group);
  }
  const placeOf = new Map(verdicts.map(({ id }, place) => [id, place]));
  return {
    ...report,
    pages: allPages.items,
    ...said,
    disagreements: [...groups.values()],
    fixes: fixes.map((fix) => ({
      ...fix,
      verdicts: fix.verdicts.flatMap((id) => placeOf.get(id) ?? []),
    })),
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

const marked = (text: string, origin: string): string =>
  text.includes(origin) ? text.replaceAll(origin, originMark) : text;

const unmarked = (text: string, origin: string | null): string =>
  origin !== null && text.includes(originMark) ? text.replaceAll(originMark, () => origin) : text;

const mayStandFor = (origin: string): boolean => origin !== '' && !origin.includes(originMark);

/** Returns what verdicts of several pages may share, in the order in which it is written, with each text that may name the origin. */
function withTexts(verdict: Shared, change: (text: string) => string): Shared {
  const { followsFrom, alsoOwners, responder, headersToSend, proof, reproduce } = verdict;
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
    ...(alsoOwners === undefined ? {} : { alsoOwners }),
    ...(responder === undefined
      ? {}
      : { responder: { kind: responder.kind, name: responder.name, said: change(responder.said) } }),
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
    ...(verdict.withoutBrowser === undefined ? {} : { withoutBrowser: verdict.withoutBrowser }),
    headersToSend: lines(headersToSend),
    proof:
      proof === null
        ? null
        : { outcome: proof.outcome, said: change(proof.said), headers: lines(proof.headers) },
    reproduce: {
      ...reproduce,
      curl: change(reproduce.curl),
      fetch: change(reproduce.fetch),
      ...(reproduce.notes === undefined ? {} : { notes: reproduce.notes.map(change) }),
    },
  };
}

/** What is said once, under its index. */
class Tables {
  readonly pages = new Table<SaidVerdicts['pages'][number]>();
  readonly #headers = new Table<HeaderList[number]>();
  readonly #requests = new Table<SaidVerdicts['requests'][number]>();
  readonly #answers = new Table<SaidVerdicts['answers'][number]>();
  /** Several verdicts on one request have the same exchanges. */
  readonly #exchanges = new Map<string | null, WeakMap<Exchange, SaidExchange>>();
  readonly #holdingMark = new WeakMap<Exchange, boolean>();

  exchange(exchange: Exchange, mark: string | null): SaidExchange {
    const known = this.#exchanges.get(mark) ?? new WeakMap<Exchange, SaidExchange>();
    this.#exchanges.set(mark, known);
    const said = known.get(exchange) ?? this.#say(exchange, mark);
    known.set(exchange, said);
    return said;
  }

  holdsMark(exchange: Exchange): boolean {
    const { url, requestHeaders, response } = exchange;
    const known = this.#holdingMark.get(exchange);
    if (known !== undefined) return known;
    const lines = [...requestHeaders, ...(response?.headers ?? [])];
    const holds = [[url], ...lines].some((texts) => texts.some((text) => text.includes(originMark)));
    this.#holdingMark.set(exchange, holds);
    return holds;
  }

  items(): Omit<SaidVerdicts, 'verdicts'> {
    return {
      pages: this.pages.items,
      headers: this.#headers.items,
      requests: this.#requests.items,
      answers: this.#answers.items,
    };
  }

  #say(
    { purpose, method, url, requestHeaders, response, failure }: Exchange,
    mark: string | null,
  ): SaidExchange {
    const own = (text: string): string => (mark === null ? text : marked(text, mark));
    const lines = (list: HeaderList): number[] =>
      list.map(([name, value]) => this.#headers.indexOf([own(name), own(value)]));
    const request = { purpose, method, url: own(url), headers: lines(requestHeaders) };
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

  constructor(items: readonly Item[] = []) {
    for (const item of items) this.indexOf(item);
  }

  indexOf(item: Item): number {
    const key = JSON.stringify(item);
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    this.#indices.set(key, this.items.length);
    return this.items.push(item) - 1;
  }
}
