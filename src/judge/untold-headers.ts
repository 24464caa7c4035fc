import { byteLowerCase } from '../fetch-standard/header-list.ts';
import { extractTokenList } from '../fetch-standard/header-values.ts';
import { isForbiddenRequestHeader } from '../fetch-standard/request-headers.ts';
import type { Observation } from '../model.ts';
import type { Expectation } from '../plan/derived-check.ts';
import { listed } from '../words/listed.ts';
import { inapplicable, type Judgement } from './finding.ts';
import { heardOf, type ProbedByKey } from './probed.ts';
import { shell } from './placeholders.ts';
import { say } from '../words/say.ts';

/**
 * Returns `judgement` of what request headers are granted, or, where it violates a policy that says nothing of request
 * headers, what to declare in place of that: whoever begins cannot know yet.
 */
export function withHeadersToDeclare(
  judgement: Judgement,
  { isDeclared, list, name }: Expectation<'header-refused'>,
  probed: ProbedByKey,
): Judgement {
  if (isDeclared || judgement.finding.status !== 'violates') return judgement;
  const heard = list.seenIn.flatMap((key) => heardOf(probed, key)?.observation ?? []);
  const observations = judgement.observation === null ? heard : [judgement.observation, ...heard];
  const granted = new Set(observations.flatMap(listedIn));
  const names = [...granted].filter((item) => item !== name && isToDeclare(item));
  const [few, rest] = [names.slice(0, most), Math.max(0, names.length - most)];
  const all =
    names.length === 0
      ? say('any request header that a page asks for')
      : listed([...few, ...(rest === 0 ? [] : [say('{count} more', { count: rest })])]);
  const sample = names.length === 0 ? ['authorization', 'content-type'] : few;
  const seen = say(
    'The policy says nothing of request headers, and the API grants {names}. To have that judged, declare those that pages send: {line}, or requestHeaders in a policy file.',
    { names: all, line: declaring(sample) },
  );
  return { ...judgement, finding: inapplicable(seen) };
}

/** As many names as a person reads, and pastes. */
const most = 20;

/** Returns the names that CORS-preflight responses list, in lower case. */
function listedIn({ exchanges }: Observation): readonly string[] {
  return exchanges.flatMap(({ purpose, response }) => {
    if (purpose !== 'preflight' || response === null) return [];
    const items = extractTokenList(response.headers, 'Access-Control-Allow-Headers');
    return items === null || items === 'failure' ? [] : items.map(byteLowerCase);
  });
}

/** Reports whether somebody has to declare it: it is a name, a page can send it, and not every page may. */
const isToDeclare = (item: string): boolean =>
  item !== '*' && !isForbiddenRequestHeader(item, '1') && !alwaysSafelisted.has(item);

const alwaysSafelisted: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-language']);

/** Returns what to paste; a server chooses the names, and a shell reads them. */
function declaring(names: readonly string[]): string {
  const list = names.join(',');
  return `CORS_HEADERS=${/^[\w.,-]+$/.test(list) ? list : shell(list)}`;
}
