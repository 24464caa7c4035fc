import { isMeantForApp } from './app-origin.ts';
import { listed } from '../words/spoken.ts';
import { isToken } from '../fetch-standard/http-syntax.ts';
import { headerProblems, requestHeaderFault } from './lint-headers.ts';
import { pathFault } from './lint-path.ts';
import { limitFault, listProblems, methodFault } from './lint-values.ts';
import { nearName } from './near-name.ts';
import type { Fault, PolicyProblem } from './problem.ts';
import type { Draft, LoginDraft, RouteDraft, SessionDraft, SourcesDraft } from './shape.ts';
import { placeOf, quote } from './shown-value.ts';
import { say } from '../words/say.ts';

/** Yields what is wrong with the sessions of a policy, and with the routes that name one. */
export function* sessionProblems({ sessions = {}, routes, trustedOrigins }: Draft): Iterable<PolicyProblem> {
  for (const [name, session] of Object.entries(sessions)) {
    if (session !== undefined) yield* problemsOf(name, session);
  }
  for (const [index, route] of (routes ?? []).entries()) {
    if (route === undefined) continue;
    const place = `routes[${index}]`;
    yield* problemsOfUse(place, route, sessions);
    yield* problemsOfApps(place, route.session, route.trustedOrigins ?? trustedOrigins);
  }
}

/** Yields what is wrong where an app or an extension is to carry a session: no browser here is its page, and has its cookies. */
function* problemsOfApps(
  place: string,
  session: RouteDraft['session'],
  origins: Draft['trustedOrigins'] | null,
): Iterable<PolicyProblem> {
  if (session === undefined || session === null) return;
  const apps = (origins ?? []).filter((one) => typeof one === 'string' && isMeantForApp(one));
  if (apps.length === 0) return;
  yield {
    place: `${place}.session`,
    value: quote(session),
    problem: say('is opened by pages of a browser, which cannot be at {origins}', {
      origins: listed(apps.map(String)),
    }),
    remedy: say('give the route trustedOrigins of its own, without apps and extensions'),
  };
}

const ways = ['page', 'open', 'storageState'] as const;

function* problemsOf(name: string, session: SessionDraft): Iterable<PolicyProblem> {
  const path = ['sessions', name];
  const place = placeOf(path);
  if (!/^[\w.-]{1,40}$/.test(name)) {
    yield {
      place,
      value: '',
      problem: say('has a name that is not letters, digits, "_", "." or "-"'),
      remedy: say('give it a short name, such as "user"'),
    };
  }
  const given = ways.filter(
    (way) => session[way] !== undefined && session[way] !== null && session[way] !== false,
  );
  if (given.length !== 1) {
    yield {
      place,
      value: '',
      problem:
        given.length === 0
          ? say('says nothing of how it is opened')
          : say('has both {names}', { names: listed(given) }),
      remedy: say('write one of page (requests of a page), open (a function) and storageState (a file)'),
    };
  }
  if (session.page?.length === 0) {
    yield {
      place: `${place}.page`,
      value: '[]',
      problem: say('is empty'),
      remedy: say('write a request, such as { method: "POST", path: "/login" }'),
    };
  }
  for (const [position, login] of (session.page ?? []).entries()) {
    if (login !== undefined) yield* loginProblems([...path, 'page', position], login, position === 0);
  }
  if (session.storageState === '') {
    yield {
      place: `${place}.storageState`,
      value: '""',
      problem: say('is empty'),
      remedy: say('write the path of a file that storageState() wrote'),
    };
  }
  yield* listProblems(`${place}.cookies`, session.cookies, cookieFault);
  yield* sourceProblems([...path, 'headersFrom'], session.headersFrom);
  if (Object.keys(session.headersFrom ?? {}).length > 0 && !given.includes('page') && given.length === 1) {
    yield {
      place: `${place}.headersFrom`,
      value: '',
      problem: say('takes values from the answers to the requests of page, and there are none'),
      remedy: say('remove it; open returns headers by itself'),
    };
  }
  if (session.timeoutMs !== undefined) {
    const fault = limitFault('timeoutMs', session.timeoutMs);
    if (fault !== null) yield { place: `${place}.timeoutMs`, value: String(session.timeoutMs), ...fault };
  }
}

function* loginProblems(
  path: readonly PropertyKey[],
  login: LoginDraft,
  isFirst: boolean,
): Iterable<PolicyProblem> {
  const place = placeOf(path);
  const method = login.method === undefined ? null : methodFault(login.method);
  if (method !== null) yield { place: `${place}.method`, ...method };
  const pathIsWrong = login.path === undefined ? null : pathFault(login.path);
  if (pathIsWrong !== null) yield { place: `${place}.path`, ...pathIsWrong };
  yield* headerProblems([...path, 'headers'], login.headers, null);
  if (isUnset(login.body?.text ?? '')) {
    yield {
      place: `${place}.body`,
      value: '',
      problem: say('holds the word undefined in place of a value'),
      remedy: say('set the environment variable that it is made of, or write the value'),
    };
  }
  yield* sourceProblems([...path, 'headersFrom'], login.headersFrom);
  if (isFirst && Object.keys(login.headersFrom ?? {}).length > 0) {
    yield {
      place: `${place}.headersFrom`,
      value: '',
      problem: say('takes values from answers before this request, and it is the first'),
      remedy: say('write the request whose answer has them before it'),
    };
  }
  if (login.body && login.method !== undefined && /^(get|head)$/i.test(login.method)) {
    yield {
      place: `${place}.body`,
      value: '',
      problem: say('is never sent, because GET and HEAD carry no body'),
      remedy: say('remove it, or write another method, such as "POST"'),
    };
  }
}

/** Reports whether a body, or the whole of a value in a form or in JSON, is the word undefined, as of a variable that is not set. */
const isUnset = (text: string): boolean => /(?:^|=|:\s*"?)undefined(?:$|&|"|\s*[,}])/.test(text);

function* sourceProblems(path: readonly PropertyKey[], sources: SourcesDraft): Iterable<PolicyProblem> {
  for (const [name, source] of Object.entries(sources ?? {})) {
    const place = placeOf([...path, name]);
    const fault = requestHeaderFault(name);
    if (fault !== null) yield { place, ...fault, value: '' };
    if (source === undefined) continue;
    const given = (['cookie', 'header', 'body'] as const).filter((one) => source[one] !== undefined);
    if (given.length !== 1) {
      yield {
        place,
        value: '',
        problem:
          given.length === 0
            ? say('says nothing of where its value comes from')
            : say('has both {names}', { names: listed(given) }),
        remedy: say('write one of cookie, header and body'),
      };
    }
    const cookie = source.cookie === undefined ? null : cookieFault(source.cookie);
    if (cookie !== null) yield { place: `${place}.cookie`, ...cookie };
    if (source.header !== undefined && !isToken(source.header)) {
      yield {
        place: `${place}.header`,
        value: quote(source.header),
        problem: say('is not a header name'),
        remedy: say('write the name alone, such as {name}', { name: '"x-csrf-token"' }),
      };
    }
    if (source.body !== undefined && source.body !== '' && !source.body.startsWith('/')) {
      yield {
        place: `${place}.body`,
        value: quote(source.body),
        problem: say('is not a JSON pointer'),
        remedy: say('write {what}', {
          what: quote(`/${source.body.replace(/^\$?\.?/, '').replaceAll('.', '/')}`),
        }),
      };
    }
  }
}

function cookieFault(name: string): Fault | null {
  return isToken(name)
    ? null
    : {
        value: '',
        problem: say('is not the name of a cookie'),
        remedy: say('write the name alone, such as {name}', { name: '"sid"' }),
      };
}

function* problemsOfUse(
  place: string,
  { session: name, credentials, public: isPublic }: RouteDraft,
  sessions: NonNullable<Draft['sessions']>,
): Iterable<PolicyProblem> {
  if (name === undefined || name === null) return;
  const here = { place: `${place}.session`, value: quote(name) };
  if (!Object.hasOwn(sessions, name)) {
    const names = Object.keys(sessions);
    const near = nearName(name, names);
    yield {
      ...here,
      problem: say('is no session of the policy'),
      remedy:
        near !== null
          ? say('did you mean {name}?', { name: quote(near) })
          : names.length === 0
            ? say('declare it in sessions')
            : say('write one of {names}', { names: names.join(', ') }),
    };
    return;
  }
  if (isPublic === true) {
    yield {
      ...here,
      problem: say('contradicts public: true, which is for reading without credentials'),
      remedy: say('remove one of the two'),
    };
  }
  const session = sessions[name];
  const mayBeHeaders = session?.open !== undefined || Object.keys(session?.headersFrom ?? {}).length > 0;
  if (credentials !== 'include' && isPublic !== true && !mayBeHeaders) {
    yield {
      ...here,
      problem: say('is carried by cookies, which no page sends with credentials mode "omit"'),
      remedy: say('write credentials: "include" for the route'),
    };
  }
}
