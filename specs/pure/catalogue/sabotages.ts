import type { CaseEvidence } from '../../../src/catalogue/evidence.ts';
import type { Recording } from '../../../src/catalogue/recording.ts';
import type { Exchange, Observation } from '../../../src/model.ts';
import type { CaseSide } from '../../support/case-assertions.ts';

/** A falsified piece of evidence, and the assertion that has to fail on it. */
export interface Sabotage {
  readonly name: string;
  readonly side: CaseSide;
  readonly evidence: CaseEvidence;
}

/** Returns every way in which the recorded evidence of one case is falsified. */
export function sabotagesOf({ misconfigured, corrected }: Recording): Sabotage[] {
  const wrong = (name: string, evidence: CaseEvidence): Sabotage => ({
    name,
    side: 'misconfigured',
    evidence,
  });
  const right = (name: string, evidence: CaseEvidence): Sabotage => ({ name, side: 'corrected', evidence });
  const { main, log } = misconfigured;
  return [
    wrong('corrected answers in place of the wrong ones', corrected),
    right('wrong answers in place of the corrected ones', misconfigured),
    ...main.console.map((text, index) =>
      wrong(
        `without console text ${index + 1}`,
        seen(misconfigured, { console: main.console.toSpliced(index, 1) }),
      ),
    ),
    ...main.console.map((text, index) =>
      wrong(
        `console text ${index + 1} ends otherwise`,
        seen(misconfigured, { console: main.console.with(index, `${text}.`) }),
      ),
    ),
    wrong('extra console text', seen(misconfigured, { console: [...main.console, 'Unexpected.'] })),
    right('extra console text', seen(corrected, { console: [...corrected.main.console, 'Unexpected.'] })),
    wrong('other parameter', seen(misconfigured, { refusal: otherParameter(main) })),
    wrong('other code', seen(misconfigured, { ...otherCode(main) })),
    wrong('other outcome', seen(misconfigured, { outcome: otherOutcome(main) })),
    right('other outcome', seen(corrected, { outcome: otherOutcome(corrected.main) })),
    wrong('extra request in the log', { ...misconfigured, log: [...log, ...log.slice(-1), strayRequest] }),
    wrong(
      'extra exchange on the wire',
      seen(misconfigured, { exchanges: [...main.exchanges, strayExchange] }),
    ),
    ...log.map((request, index) =>
      wrong(`without request ${index + 1} in the log`, { ...misconfigured, log: log.toSpliced(index, 1) }),
    ),
    // What a cache answered is no exchange on the wire.
    ...main.exchanges.flatMap(({ response }, index) =>
      response?.fromCache === true
        ? []
        : wrong(
            `without exchange ${index + 1} on the wire`,
            seen(misconfigured, { exchanges: main.exchanges.toSpliced(index, 1) }),
          ),
    ),
  ];
}

const seen = (evidence: CaseEvidence, changed: Partial<Observation>): CaseEvidence => ({
  ...evidence,
  main: { ...evidence.main, ...changed },
});

const otherParameter = ({ refusal }: Observation): Observation['refusal'] =>
  refusal === null
    ? { code: 'MissingAllowOriginHeader', parameter: 'x' }
    : { ...refusal, parameter: `${refusal.parameter}x` };

function otherCode({ refusal, failure }: Observation): Partial<Observation> {
  if (refusal !== null) return { refusal: { ...refusal, code: `Not${refusal.code}` } };
  return { failure: failure === 'net::ERR_FAILED' ? 'net::ERR_ABORTED' : 'net::ERR_FAILED' };
}

const otherOutcome = ({ outcome }: Observation): Observation['outcome'] =>
  outcome.kind === 'network-error'
    ? {
        kind: 'response',
        status: 200,
        type: 'cors',
        url: '',
        redirected: false,
        headers: [],
        bodyError: null,
      }
    : { kind: 'network-error', message: 'TypeError: Failed to fetch' };

const strayRequest = { server: 'api', path: '/stray', method: 'GET', headers: [], answer: null } as const;

const strayExchange: Exchange = {
  purpose: 'actual',
  method: 'GET',
  url: 'http://127.0.0.1:8001/1/stray',
  requestHeaders: [],
  response: null,
  failure: null,
};
