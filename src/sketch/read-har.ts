import * as z from 'zod';
import { PolicyError, type PolicyProblem } from '../policy/problem.ts';
import { placeOf } from '../policy/shown-value.ts';
import { say, type Told, type Word } from '../words/say.ts';

/** Returns what makes the message of an issue, in the language that is spoken then. */
const told = (text: Word) => ({ error: (): string => say(text) });

// What browsers leave out, or write as null, is taken as not there. http://www.softwareishard.com/blog/har-12-spec/
const pairs = z
  .array(
    z.object({ name: z.string(told('a name')), value: z.string().nullish() }),
    told('a list of names and values'),
  )
  .nullish();

const har = z.object(
  {
    log: z.object(
      {
        pages: z.array(z.object({ id: z.string().nullish(), title: z.string().nullish() })).nullish(),
        entries: z.array(
          z.object(
            {
              pageref: z.string().nullish(),
              _resourceType: z.string().nullish(),
              request: z.object(
                {
                  method: z.string(told('a method, such as "GET"')),
                  url: z.string(told('an address')),
                  headers: pairs,
                  cookies: pairs,
                  postData: z
                    .object({
                      mimeType: z.string().nullish(),
                      text: z.string().nullish(),
                      params: z
                        .array(
                          z.object({
                            name: z.string(told('a name')),
                            fileName: z.string().nullish(),
                            contentType: z.string().nullish(),
                          }),
                          told('a list of names and values'),
                        )
                        .nullish(),
                    })
                    .nullish(),
                },
                told('an object with "method" and "url"'),
              ),
              response: z
                .object({
                  status: z.number(told('a number')).nullish(),
                  headers: pairs,
                  cookies: pairs,
                  content: z.object({ text: z.string().nullish(), encoding: z.string().nullish() }).nullish(),
                })
                .nullish(),
            },
            told('an object with "request"'),
          ),
          told('the list of what was recorded'),
        ),
      },
      told('an object with "entries"'),
    ),
  },
  told('an object with "log"'),
);

/** A recording of requests, as HAR 1.2 has them. */
export type Har = z.output<typeof har>['log'];
export type HarEntry = Har['entries'][number];

/** The most problems that are told one by one. */
const mostTold = 20;

/**
 * Returns what stands in the text of the HAR file `name`. What a browser leaves out is null or undefined. Throws a
 * `PolicyError` that tells everything that is wrong, and quotes nothing of the file, which may hold secrets.
 */
export function readHar(text: string, name: string): Har {
  const json = parsed(text.replace(/^\ufeff/, ''));
  if (json === undefined) {
    throw new PolicyError([
      problem(
        name,
        say('is not valid JSON'),
        say('save it again as HAR in the network panel of the browser'),
      ),
    ]);
  }
  const { data, error } = har.safeParse(json);
  if (data !== undefined) return data.log;
  const problems = error.issues.map((issue) =>
    problem(
      issue.path.length === 0 ? name : `${name}: ${placeOf(issue.path)}`,
      say('is not what a HAR file has there'),
      say('it has to be {what}', { what: issue.message }),
    ),
  );
  const more = problems.length - mostTold;
  throw new PolicyError(
    [
      ...problems.slice(0, mostTold),
      ...(more > 0
        ? [problem(name, say('has {count} more of them', { count: more }), say('save it again'))]
        : []),
    ],
    { of: name },
  );
}

const problem = (place: string, what: Told, remedy: Told): PolicyProblem => ({
  place,
  value: '',
  problem: what,
  remedy,
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
