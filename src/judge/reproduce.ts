import { containsHeader, getDecodeAndSplit, getHeader } from '../fetch-standard/header-list.ts';
import { preflightRequestHeaders } from '../fetch-standard/preflight.ts';
import type { Exchange, HeaderList, Observation, Verdict } from '../model.ts';
import { isOfPreflight } from '../diagnoses/of-preflight.ts';
import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { CurlRun } from './curl-run.ts';
import { feeding, isForm, makingFiles } from './form-lines.ts';
import { Placeholders } from './placeholders.ts';

/** The request that a printed curl line makes. */
export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  /** What the line adds to what curl sends by itself. */
  readonly headers: HeaderList;
  readonly body: string | null;
  /** Whether it asks for a compressed answer. */
  readonly isCompressed: boolean;
  /** Whether its answer may go on for ever. */
  readonly isEndless: boolean;
  /** The exchange that it shows again; `null` if none was seen. */
  readonly shows: Exchange | null;
}

/**
 * Returns two lines that show `diagnosis` again: `curl` with what decides (the CORS-preflight request if that is what
 * failed, or what the diagnosis is about) to `url`, by default where the request ended, and `fetch()` for the console of a page at the observation's
 * origin. Variables stand for redacted values. `run` is what came of the curl line when it was run.
 */
export function reproduce(
  observation: Observation,
  diagnosis: DiagnosisId | null,
  url?: string,
  run?: CurlRun,
): Verdict['reproduce'] {
  const placeholders = new Placeholders();
  const curl = curlLine(curlRequest(observation, diagnosis, url), run?.more ?? [], placeholders);
  const fetch = pageLine(observation, placeholders);
  const notes = [...placeholders.notes, ...(run?.note == null ? [] : [run.note])];
  return {
    curl,
    fetch,
    ...(run === undefined ? {} : { curlShows: run.shows }),
    ...(notes.length === 0 ? {} : { notes }),
  };
}

/** Returns the request of the curl line that shows `diagnosis` of `observation`. Pure. */
export function curlRequest(
  { request, pageOrigin, exchanges, outcome }: Observation,
  diagnosis: DiagnosisId | null,
  url?: string,
): CurlRequest {
  const preflight =
    diagnosis !== null && isOfPreflight(diagnosis)
      ? exchanges.findLast(({ purpose }) => purpose === 'preflight')
      : undefined;
  const last =
    preflight ??
    (url === undefined ? exchanges.at(-1) : exchanges.findLast((exchange) => exchange.url === url));
  const isPreflight =
    last?.purpose === 'preflight' && (preflight !== undefined || outcome.kind !== 'response');
  const opensSocket = request.api === 'WebSocket';
  const headers: HeaderList = isPreflight
    ? preflightRequestHeaders(request, pageOrigin).filter(([name]) => name !== 'Accept')
    : [
        ...(request.mode === 'no-cors' && !opensSocket ? [] : ([['Origin', pageOrigin]] as const)),
        ...request.headers,
        ...(opensSocket ? handshake : []),
      ];
  return {
    method: isPreflight ? 'OPTIONS' : request.method,
    url: last?.url ?? request.url,
    headers: last === undefined ? headers : [...headers, ...deciding(last, headers)],
    body: isPreflight ? null : request.body,
    // Without Accept-Encoding, which every browser sends, another answer may come.
    isCompressed: containsHeader(last?.response?.headers ?? [], 'Content-Encoding'),
    isEndless: opensSocket || request.api === 'EventSource',
    shows: last ?? null,
  };
}

/**
 * Returns the lines of the browser's own request that its answer depends on as far as anybody can tell from it, and that
 * are not among `headers`: the credentials, what `Vary` names, and where an event stream goes on.
 */
function deciding({ requestHeaders, response }: Exchange, headers: HeaderList): HeaderList {
  const varied = (getDecodeAndSplit(response?.headers ?? [], 'Vary') ?? []).map((name) => name.toLowerCase());
  const names = new Set([...varied, 'cookie', 'authorization', 'last-event-id']);
  return requestHeaders.filter(
    ([name, value]) =>
      names.has(name.toLowerCase()) &&
      !sentAnyway.has(name.toLowerCase()) &&
      !containsHeader(headers, name) &&
      // Which curl sends by itself.
      !(name.toLowerCase() === 'accept' && value === '*/*'),
  );
}

/** https://www.rfc-editor.org/rfc/rfc6455#section-1.2: the key is that of the example there. */
const handshake: HeaderList = [
  ['Connection', 'Upgrade'],
  ['Upgrade', 'websocket'],
  ['Sec-WebSocket-Version', '13'],
  ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
];

const sentAnyway: ReadonlySet<string> = new Set(['accept-encoding', 'host', 'origin']);

function curlLine(
  { method, url, headers, body, isCompressed, isEndless }: CurlRequest,
  more: HeaderList,
  placeholders: Placeholders,
): string {
  const lines = [...headers, ...more];
  const isFed = body !== null && isForm(body);
  return [
    ...(isFed ? [feeding(body, (text) => placeholders.inShell(text, 'the body'))] : []),
    'curl --include',
    // What it showed by then is all that there is to see.
    ...(isEndless ? ['--http1.1 --no-buffer --max-time 5'] : []),
    // What curl takes for a pattern may stand in an address.
    ...(/[[\]{}]/.test(url.replace(/^\w+:\/\/[^/]*/, '')) ? ['--globoff'] : []),
    ...(isCompressed && getHeader(more, 'Accept-Encoding') === null ? ['--compressed'] : []),
    ...(method === 'GET' ? [] : method === 'HEAD' ? ['--head'] : [`--request ${method}`]),
    ...lines.map(
      ([name, value]) =>
        `--header ${placeholders.inShell(value === '' ? `${name};` : `${name}: ${value}`, name)}`,
    ),
    ...(isFed ? ['--data-binary @-'] : []),
    ...(body === null || isFed ? [] : ['--data-raw', placeholders.inShell(body, 'the body')]),
    placeholders.inShell(url, 'the address'),
  ].join(' ');
}

/** Returns what the page's console is given: `fetch()`, or what asked otherwise. */
function pageLine({ request }: Observation, placeholders: Placeholders): string {
  const url = JSON.stringify(placeholders.inText(request.url, 'the address'));
  const crossOrigin = request.credentialsMode === 'include' ? '"use-credentials"' : '"anonymous"';
  const added = (element: string, address: string, more = ''): string =>
    `document.head.append(Object.assign(document.createElement("${element}"), { ${more}crossOrigin: ${crossOrigin}, ${address}: ${url} }))`;
  switch (request.api) {
    case 'image':
      return `Object.assign(new Image(), { crossOrigin: ${crossOrigin}, src: ${url} })`;
    case 'font':
      return `await new FontFace("font", ${JSON.stringify(`url(${url})`)}).load()`;
    case 'module':
      return added('script', 'src', 'type: "module", ');
    case 'stylesheet':
      return added('link', 'href', 'rel: "stylesheet", ');
    case 'EventSource':
      return `new EventSource(${url}${request.credentialsMode === 'include' ? ', { withCredentials: true }' : ''})`;
    case 'WebSocket': {
      const [protocols] = request.headers.map(([, value]) => `, ${JSON.stringify(value.split(', '))}`);
      return `new WebSocket(${url.replace(/^"http/, '"ws')}${protocols ?? ''})`;
    }
    default:
      return fetchLine(request, placeholders);
  }
}

function fetchLine(request: Observation['request'], placeholders: Placeholders): string {
  const headers = request.headers.map(([name, value]) => [name, placeholders.inText(value, name)] as const);
  const init = {
    ...(request.method === 'GET' ? {} : { method: request.method }),
    ...(headers.length === 0 ? {} : { headers: Object.fromEntries(headers) }),
    ...(request.body === null ? {} : { body: placeholders.inText(request.body, 'the body') }),
    ...(request.mode === 'cors' ? {} : { mode: request.mode }),
    ...(request.credentialsMode === 'same-origin' ? {} : { credentials: request.credentialsMode }),
  };
  const argument = Object.keys(init).length === 0 ? '' : `, ${makingFiles(JSON.stringify(init))}`;
  return `await fetch(${JSON.stringify(placeholders.inText(request.url, 'the address'))}${argument})`;
}
