import { isOkStatus } from '../../fetch-standard/statuses.ts';
import { variesByOrigin } from '../../judge/vary.ts';
import type { Exchange, Proof, ProofOutcome, Verdict } from '../../model.ts';
import type { SideEffects } from './side-effects.ts';
import { say } from '../../words/say.ts';

/**
 * Returns what the replay of a violation proves: that it conforms with other headers, and that the same headers do no
 * harm to any other request of the route. Pure.
 */
export function proofOf(violation: Verdict, replay: Verdict, effects: SideEffects): Proof {
  const headers = headersGiven(replay.exchanges);
  const proof = (outcome: ProofOutcome, ...said: readonly string[]): Proof => ({
    outcome,
    said: said.join(' '),
    headers,
  });
  const { exposure, breakage, unknown } = effects;
  switch (replay.status) {
    case 'violates':
      return proof(
        'still-fails',
        say('Still fails with these headers: {failure}', { failure: failure(replay) }),
      );
    case 'inconclusive':
      return proof(
        'inconclusive',
        `${say('Not proved: with these headers no verdict was reached.')} ${replay.seen}`,
      );
    case 'inapplicable':
      return proof('not-tried', `Not tried: ${replay.seen}`);
    case 'conforms':
      if (exposure !== null) {
        return proof(
          'opens-too-much',
          say('Refused: these headers open too much. {failure}', { failure: failure(exposure) }),
        );
      }
      if (breakage !== null) {
        return proof(
          'still-fails',
          say('Still fails: these headers break what worked. {failure}', { failure: failure(breakage) }),
        );
      }
      if (unknown !== null) {
        return proof(
          'inconclusive',
          `${say('Not proved: whether these headers do harm is not known.')} ${unknown.seen}`,
        );
      }
      return proof(
        'proved',
        say(under(headers), { what: replayed(replay) }),
        ...alsoChanged(violation, replay),
      );
    default:
      return replay.status satisfies never;
  }
}

const failure = ({ diagnosis, seen }: Verdict): string => `${diagnosis ?? say('no diagnosis')}: ${seen}`;

/** Says under which headers it was replayed; to a stranger they are left out. */
const under = (headers: Proof['headers']) =>
  headers.some(({ line }) => /^access-control-/i.test(line))
    ? 'Proved: with these headers {what}'
    : 'Proved: without a header of the CORS protocol {what}';

function replayed({ check, held }: Verdict): string {
  switch (check) {
    case 'unreadable':
    case 'method-refused':
    case 'header-refused':
      return say('the browser refuses it, as the policy says.');
    case 'headers-exposed':
      return say('the page reads the declared response headers, and no other.');
    default:
      return say(
        held
          ? 'the browser accepts it, up to the actual request, which was held.'
          : 'the browser accepts it.',
      );
  }
}

/** Returns what the server has to do beside sending headers. */
function alsoChanged(violation: Verdict, replay: Verdict): readonly string[] {
  const was = preflightStatus(violation);
  const is = preflightStatus(replay);
  if (was === null || is === null || isOkStatus(was) || !isOkStatus(is)) return [];
  return [
    say(
      'The status {was} of the CORS-preflight response was made {is}, which is part of the cure: the server has to answer this CORS-preflight request itself.',
      { was, is },
    ),
  ];
}

const preflightStatus = ({ exchanges }: Verdict): number | null =>
  exchanges.find(({ purpose }) => purpose === 'preflight')?.response?.status ?? null;

/** Returns the lines of the CORS protocol in the first response of each purpose. */
function headersGiven(exchanges: readonly Exchange[]): Proof['headers'] {
  return (['preflight', 'actual'] as const).flatMap((on) => {
    const given = exchanges.find(({ purpose }) => purpose === on)?.response?.headers ?? [];
    return given
      .filter((line) => /^access-control-/i.test(line[0]) || variesByOrigin([line]))
      .map(([name, value]) => ({ on, line: `${name}: ${value}` }));
  });
}
