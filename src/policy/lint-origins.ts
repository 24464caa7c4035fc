import { parseUrl } from '../fetch-standard/urls.ts';
import { appOriginFault, isMeantForApp } from './app-origin.ts';
import { allOf, anyOrigin, differences, hasStar, inTurn, originFault, readHttpUrl } from './lint-url.ts';
import { listProblems } from './lint-values.ts';
import { covers, instanceOf, readPattern, suffixUnder } from './origin-pattern.ts';
import type { Fault, PolicyProblem } from './problem.ts';
import type { Draft } from './shape.ts';
import { quote } from './shown-value.ts';
import { say, type Told } from '../words/say.ts';

type OriginDrafts = Draft['trustedOrigins'] | null;
type PatternDraft = Exclude<NonNullable<NonNullable<OriginDrafts>[number]>, string>;

/** Yields what is wrong with each origin and each pattern of a list, and those that repeat an earlier one. */
export function* originProblems(place: string, origins: OriginDrafts): Iterable<PolicyProblem> {
  const all = origins ?? [];
  const texts = all.map((one) => (typeof one === 'string' ? one : undefined));
  yield* listProblems(place, texts, (text) =>
    isMeantForApp(text) ? appOriginFault(text) : (undeclaredPattern(text) ?? originFault(text)),
  );
  const patterns = all.map((one) => (typeof one === 'string' ? undefined : one?.pattern));
  yield* listProblems(place, patterns, patternFault);
  for (const [index, one] of all.entries()) {
    if (one !== undefined && typeof one !== 'string') yield* sampleProblems(`${place}[${index}].sample`, one);
  }
}

function* sampleProblems(place: string, { pattern, sample }: PatternDraft): Iterable<PolicyProblem> {
  if (sample === undefined) return;
  const isRight = pattern !== undefined && patternFault(pattern) === null;
  const example = isRight ? exampleOf(pattern) : 'https://shop.example.com';
  if (Array.isArray(sample) && sample.length === 0) {
    yield {
      place,
      value: '[]',
      problem: say('is empty, so that no page would show that the pattern is read'),
      remedy: say('write an origin that the pattern covers, such as {origin}', { origin: quote(example) }),
    };
  }
  const fault = (text: string): Fault | null =>
    originFault(text) ??
    (isRight && !covers(pattern, text)
      ? {
          value: quote(text),
          problem: say('is not covered by the pattern {pattern}', { pattern: quote(pattern) }),
          remedy: say('write an origin that it covers, such as {origin}', { origin: quote(example) }),
        }
      : null);
  if (typeof sample !== 'string') yield* listProblems(place, sample, fault);
  else {
    const wrong = fault(sample);
    if (wrong !== null) yield { place, ...wrong };
  }
}

/** Returns what is wrong with a text that is a pattern by itself, and how it is declared; null of any other text. */
function undeclaredPattern(text: string): Fault | null {
  if (!text.includes('*') || text === '*' || !hasStar(text)) return null;
  const fault = patternFault(text);
  if (fault !== null)
    return { ...fault, problem: say('is a pattern that {problem}', { problem: fault.problem }) };
  return {
    value: quote(text),
    problem: say('is a pattern without a sample'),
    remedy: say('write {declaration}, with an origin that it covers and that must read', {
      declaration: `{ pattern: ${quote(text)}, sample: ${quote(exampleOf(text))} }`,
    }),
  };
}

/** Returns an origin that the pattern covers, as an author might write it. */
function exampleOf(pattern: string): string {
  const parts = readPattern(pattern);
  if (parts === null) return 'https://shop.example.com';
  return instanceOf(parts, 'shop') + (parts.port === '*' ? ':3000' : '');
}

const forms = (): Told =>
  say(
    'write "https://*.example.com" for one label, "https://**.example.com" for any number, or "http://localhost:*" for any port',
  );

/** Returns why `text` cannot be a pattern of trusted origins; null if it can. */
export function patternFault(text: string): Fault | null {
  const value = quote(text);
  const fault = (problem: Told, remedy: Told): Fault => ({ value, problem, remedy });
  if (text === '') return fault(say('is empty'), forms());
  const [whole, scheme = '', authority = '', rest = ''] =
    /^(?:([^:/?#]*):\/\/)?([^/?#\\]*)(.*)$/s.exec(text.trim()) ?? [];
  if (whole === undefined || /^\**$/.test(authority) || scheme.includes('*')) {
    return fault(say('covers origins of everybody'), say('remove it; {more}', { more: anyOrigin() }));
  }
  if (scheme === '')
    return fault(say('has no scheme'), say('write {what}', { what: quote(`https://${authority}`) }));
  if (!/^https?$/i.test(scheme)) {
    return fault(say('is not a pattern of http or https origins'), say('list the origins one by one'));
  }
  const [, stars = '', host = '', port = ''] = /^(\*\*?\.)?(.*?)(?::(\*|\d*))?$/s.exec(authority) ?? [];
  if (host.includes('*') || host === '') {
    return fault(
      say('has a star that stands neither for whole labels in front of a host nor for its port'),
      forms(),
    );
  }
  const isPatternAtAll = stars !== '' || port === '*';
  const name = `${host}${port === '' || port === '*' ? '' : `:${port}`}`;
  const isAddress = stars !== '' && /^(?:\[.*\]|[\d.]+)$/.test(parseUrl(`http://${host}`)?.hostname ?? '');
  if (isAddress) return fault(say('has a star in front of an address, which has no subdomains'), forms());
  const concrete = `${scheme}://${stars === '' ? '' : `${standIn}.`}${name}${rest}`;
  const reading = readHttpUrl(concrete, 'https://*.example.com');
  if ('fault' in reading) return { ...reading.fault, value };
  const { url } = reading;
  const bare = stars === '' ? url.hostname : url.hostname.slice(standIn.length + 1);
  const suffix = stars === '' ? null : suffixUnder(bare);
  if (suffix !== null) {
    return fault(
      say('covers names of everybody, as anybody can have one under the public suffix {suffix}', {
        suffix: quote(suffix),
      }),
      say('list the origins one by one'),
    );
  }
  const right = `${url.protocol}//${stars}${bare}${port === '*' ? ':*' : url.port === '' ? '' : `:${url.port}`}`;
  if (!isPatternAtAll) {
    return fault(
      say('covers one origin alone'),
      say('write {origin} without a pattern', { origin: quote(right) }),
    );
  }
  if (text === right) return null;
  const slips = differences(text, new URL(concrete));
  return fault(
    say('is not written as origins are serialized'),
    inTurn([allOf(slips), say('write {what}', { what: quote(right) })]),
  );
}

/** A label where a pattern has stars. */
const standIn = 'sample';
