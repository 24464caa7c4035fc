import type { EngineId, Verdict } from '../../src/model.ts';
import { checkKey, engineList, enginesOf, type ByCheck } from './by-engine.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { say, type Phrase } from '../../src/words/say.ts';
import { standingOf, worstStanding, type Standing } from './reading.ts';

/** In which engines something was seen, and what the same checks came to in the others. */
export interface EngineScope {
  /** Those of the engines that made these checks in which it was seen. */
  readonly seenIn: readonly EngineId[];
  readonly others: readonly {
    /** The worst, if they differ. */
    readonly standing: Standing;
    readonly isMixed: boolean;
    readonly engines: readonly EngineId[];
  }[];
  /** Whether each of these checks came to this in every engine that made it. */
  readonly isUnanimous: boolean;
}

/** Returns the scope of `verdicts`, which show the same thing. */
export function scopeOf(verdicts: readonly Verdict[], checks: ByCheck): EngineScope {
  const all = [...new Set(verdicts.map(checkKey))].flatMap((key) => checks.get(key) ?? []);
  const seenIn = enginesOf(verdicts);
  const own = new Set(verdicts);
  const rest = all.filter(({ engine }) => !seenIn.includes(engine.id));
  const standings = enginesOf(rest).map((id) => {
    const theirs = rest.filter(({ engine }) => engine.id === id);
    return {
      id,
      standing: worstStanding(theirs) ?? 'inapplicable',
      isMixed: new Set(theirs.map((verdict) => seen[standingOf(verdict)])).size > 1,
    };
  });
  return {
    seenIn,
    others: groupBy(standings, ({ standing, isMixed }) => `${standing} ${isMixed}`).map((group) => ({
      standing: group[0].standing,
      isMixed: group[0].isMixed,
      engines: group.map(({ id }) => id),
    })),
    isUnanimous: all.every((verdict) => own.has(verdict)),
  };
}

/**
 * Returns `refused in WebKit only; readable in Chromium and Firefox`; the empty string where one engine alone was
 * asked.
 */
export function scopeText(verdicts: readonly Verdict[], checks: ByCheck): string {
  if (isWithoutBrowser(verdicts)) return say('two witnesses, no browser');
  const { seenIn, others, isUnanimous } = scopeOf(verdicts.filter(isByBrowser), checks);
  const [first] = verdicts.filter(isByBrowser);
  if (first === undefined || (seenIn.length < 2 && others.length === 0)) return '';
  const standing = standingOf(first);
  const what = say(
    verdicts.every(({ held }) => held) && standing === 'too open' ? 'granted' : seen[standing],
  );
  const own = { what, engines: engineList(seenIn) };
  if (isUnanimous) return say('{what} in {engines} alike', own);
  if (others.length === 0) return say('{what} in {engines}, not in each for the same requests', own);
  return [
    say(isOnly(others, standing) ? '{what} in {engines} only' : '{what} in {engines}', own),
    ...others.map((other) =>
      say(other.isMixed ? '{what} for some of them in {engines}' : '{what} in {engines}', {
        what: otherWord(other.standing, standing),
        engines: engineList(other.engines),
      }),
    ),
  ].join('; ');
}

/** Returns what `scopeText` does, in as few words as a list has room for; the empty string where engines agree. */
export function scopeNote(verdicts: readonly Verdict[], checks: ByCheck): string {
  if (isWithoutBrowser(verdicts)) return say('two witnesses, no browser');
  const { seenIn, others, isUnanimous } = scopeOf(verdicts.filter(isByBrowser), checks);
  const [first] = verdicts.filter(isByBrowser);
  if (isUnanimous || first === undefined) return '';
  return say(isOnly(others, standingOf(first)) ? 'in {engines} only' : 'in {engines}', {
    engines: engineList(seenIn),
  });
}

const isByBrowser = ({ withoutBrowser }: Verdict): boolean => withoutBrowser !== true;

const isWithoutBrowser = (verdicts: readonly Verdict[]): boolean =>
  verdicts.length > 0 && !verdicts.some(isByBrowser);

/** Reports whether some other engine came to an answer, and none to the same for a part of the requests. */
function isOnly(others: EngineScope['others'], own: Standing): boolean {
  return (
    others.some(({ standing }) => isAnswer(standing)) &&
    !others.some(({ standing, isMixed }) => isMixed && seen[standing] === seen[own])
  );
}

/** Reports whether the check came to something, so that it can differ from what it came to elsewhere. */
export function isAnswer(standing: Standing): boolean {
  return standing !== 'inconclusive' && standing !== 'inapplicable';
}

const seen = {
  reads: 'readable',
  refused: 'refused',
  'too open': 'readable',
  'too closed': 'refused',
  'header hidden': 'hidden',
  'not reached': 'not reached',
  hazard: 'seen',
  inconclusive: 'unclear',
  inapplicable: 'not judged',
} as const satisfies Record<Standing, Phrase>;

function otherWord(other: Standing, own: Standing): string {
  if (seen[other] === seen[own]) return say('{what} for another reason', { what: say(seen[other]) });
  return say(own === 'hazard' && isAnswer(other) ? 'not seen' : seen[other]);
}
