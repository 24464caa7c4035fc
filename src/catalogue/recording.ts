import { createHash } from 'node:crypto';
import type { EngineId, Exchange, HeaderList } from '../model.ts';
import type { CaseAddresses } from './addresses.ts';
import type { MisconfigurationCase } from './case.ts';
import type { CaseEvidence } from './evidence.ts';

/** What was seen of a case in a real browser, kept so that its assertions can be tried without one. */
export interface Recording {
  readonly id: string;
  /** Stands for the case as it was played. A case that has changed since has to be played again. */
  readonly played: string;
  readonly misconfigured: CaseEvidence;
  readonly corrected: CaseEvidence;
}

/** What the recordings of an engine were made with. Where any of it differs, they prove nothing of today's engine. */
export interface RecordingHead {
  readonly engine: EngineId;
  /** What the browser says of its own version. */
  readonly browser: string;
  /** The version of Playwright. */
  readonly playwright: string;
  /** Stands for the code that a recording cannot test: what starts the engine, asks the page and listens. */
  readonly machinery: string;
}

/** The recordings of one engine, as its file holds them: the head, then a line for each case. */
export interface Recordings {
  readonly head: RecordingHead;
  readonly cases: readonly Recording[];
}

export function parseRecordings(text: string): Recordings {
  const [first = '', ...rest] = text.split('\n').filter((line) => line !== '');
  const head: RecordingHead = JSON.parse(first);
  const cases = rest.map((line): Recording => JSON.parse(line));
  return { head, cases };
}

export const printRecordings = ({ head, cases }: Recordings): string =>
  [head, ...cases].map((line) => `${JSON.stringify(line)}\n`).join('');

/** Returns the recording of a case, with the same addresses in every run. */
export function recordingOf(
  common: MisconfigurationCase,
  misconfigured: CaseEvidence,
  corrected: CaseEvidence,
): Recording {
  return {
    id: common.id,
    played: playedHash(common),
    misconfigured: stabilized(misconfigured),
    corrected: stabilized(corrected),
  };
}

/** Returns what stands for all that a case is played by: its requests and answers, none of its prose. */
export function playedHash(common: MisconfigurationCase): string {
  const { before, request, misconfigured, corrected, correctedRequest, check } = common;
  const played = JSON.stringify([before, request, misconfigured, corrected, correctedRequest, check]);
  return createHash('sha256').update(played).digest('hex').slice(0, 16);
}

/** The addresses of every recording: ports differ from run to run. */
const recordedAddresses: CaseAddresses = {
  api: 'http://127.0.0.1:8001/1',
  other: 'http://127.0.0.1:8002/1',
  secure: 'https://api.example.localhost:8443/1',
  untrusted: 'https://api.example.localhost:8444/1',
  apiOverTls: 'https://127.0.0.1:8001/1',
  http2: 'https://api.example.localhost:8445/1',
  closed: 'http://127.0.0.1:8009/1',
  unreachable: 'http://127.255.255.255:8001/1',
  unknown: 'https://api.invalid/1',
  loopback: 'http://127.0.0.1:8011/1',
  unspecified: 'http://0.0.0.0:8012/1',
  insecure: 'http://api.example/1',
};

/** Returns the evidence with the recordings' addresses, and without the header lines that differ from run to run. */
function stabilized(evidence: CaseEvidence): CaseEvidence {
  const short = {
    ...evidence,
    before: evidence.before.map(shortened),
    main: shortened(evidence.main),
    log: evidence.log.map((request) => ({ ...request, headers: decisive(request.headers) })),
    companions: Object.fromEntries(
      Object.entries(evidence.companions).map(([name, observation]) => [name, shortened(observation)]),
    ),
  };
  const text = Object.entries(evidence.addresses).reduce((json, [server, address]) => {
    const recorded = Object.entries(recordedAddresses).find(([name]) => name === server)?.[1] ?? '';
    // A text may name the origin alone.
    return json
      .replaceAll(withoutScheme(address), withoutScheme(recorded))
      .replaceAll(new URL(address).host, new URL(recorded).host);
  }, JSON.stringify(short));
  const stable: CaseEvidence = JSON.parse(text);
  return stable;
}

const withoutScheme = (address: string): string => address.replace(/^\w+:\/\//, '');

function shortened<O extends { readonly exchanges: readonly Exchange[] }>(observation: O): O {
  const exchanges = observation.exchanges.map((exchange) => ({
    ...exchange,
    requestHeaders: decisive(exchange.requestHeaders),
  }));
  return { ...observation, exchanges };
}

const decisive = (headers: HeaderList): HeaderList =>
  headers.filter(([name]) => /^(origin|cookie|content-type|authorization|access-control-.*)$/i.test(name));
