import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { CaseAddresses } from '../../../src/catalogue/addresses.ts';
import type { CaseEvidence } from '../../../src/catalogue/evidence.ts';
import type { Exchange, HeaderList } from '../../../src/model.ts';

/** What was seen of a case in a real browser, kept so that its assertions can be tried without one. */
export interface Recording {
  readonly misconfigured: CaseEvidence;
  readonly corrected: CaseEvidence;
}

/** Set to record anew: `CORS_CATALOGUE_RECORD=1 npx playwright test specs/catalogue.spec.ts`. */
export const isRecording = process.env['CORS_CATALOGUE_RECORD'] === '1' && process.env['CI'] === undefined;

const folder = new URL('./recorded/', import.meta.url);

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

export function writeRecording(id: string, recording: Recording): void {
  mkdirSync(folder, { recursive: true });
  const { misconfigured, corrected } = recording;
  const stable = { misconfigured: stabilized(misconfigured), corrected: stabilized(corrected) };
  writeFileSync(new URL(`${id}.json`, folder), `${JSON.stringify(stable, null, 1)}\n`);
}

/** Throws if the case was never recorded. */
export function readRecording(id: string): Recording {
  const file = new URL(`${id}.json`, folder);
  if (!existsSync(file)) {
    throw new Error(
      `${id} was never recorded: run CORS_CATALOGUE_RECORD=1 npx playwright test specs/catalogue.spec.ts -g "${id} "`,
    );
  }
  const recording: Recording = JSON.parse(readFileSync(file, 'utf8'));
  return recording;
}

/** The evidence with the recordings' addresses, and without the header lines that differ from run to run. */
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
    return json.replaceAll(withoutScheme(address), withoutScheme(recorded));
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
