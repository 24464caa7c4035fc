import type { Report, Verdict } from '../../src/model.ts';
import { say } from '../../src/words/say.ts';

type Route = Report['routes'][number];

/** Returns the statuses that each method's own requests were answered with, in `verdicts` on the route; none where none was. */
export function statusesOf({ methods }: Route, verdicts: readonly Verdict[]): NonNullable<Route['statuses']> {
  return methods.flatMap((method) => {
    const own = verdicts.filter(({ check }) => check === 'readable' || check === 'status');
    const answers = own.flatMap((verdict) => answerTo(method, verdict));
    const statuses = [...new Set(answers)].sort((a, b) => a - b);
    return statuses.length === 0 ? [] : [{ method, statuses }];
  });
}

function answerTo(method: string, { exchanges, ...verdict }: Verdict): readonly number[] {
  const answer = exchanges.findLast(({ purpose, response }) => purpose === 'actual' && response !== null);
  // What a route's requests were answered with is about all of its methods.
  const asked = verdict.check === 'status' ? answer?.method : verdict.method;
  return answer?.response == null || asked !== method ? [] : [answer.response.status];
}

/** Returns the methods of a route, each with what it was answered with: `GET 200`, `GET 200 or 404`, `POST`. */
export const methodTexts = ({ methods, statuses = [] }: Route): readonly string[] =>
  methods.map((method) => {
    const seen = statuses.find((one) => one.method === method)?.statuses ?? [];
    return [method, seen.join(say(' or '))].filter((text) => text !== '').join(' ');
  });
