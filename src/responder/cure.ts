import { alsoOwnersOf } from '../diagnoses/also-owners.ts';
import type { DiagnosisId, Owner } from '../diagnoses/vocabulary.ts';
import type { Found } from './responder.ts';
import { say } from '../words/say.ts';

/** What has to change where the responder of a response that fails is known. */
export interface Cure {
  readonly owner: Owner;
  readonly alsoOwners: readonly Owner[];
  /** Goes before the remedy of the verdict; empty if nothing is to be said. */
  readonly before: string;
  /** Takes its place; `null` if it stays. */
  readonly instead: string | null;
  /** Whether response headers of this responder cure it. */
  readonly byHeaders: boolean;
}

/** Returns who has to change what, by `responder`, who made the response that fails with `diagnosis`; `owner` is that of the diagnosis. */
export function cureBy(responder: Found, diagnosis: DiagnosisId, owner: Owner): Cure {
  const also = alsoOwnersOf(diagnosis);
  const usual: Cure = { owner, alsoOwners: also, before: '', instead: null, byHeaders: true };
  if (owner !== 'back end') return usual;
  if (responder.isParsing) return whileParsing(responder);
  const { kind, sign } = responder;
  const name = responder.name ?? '';
  const cure = sign?.cure === undefined ? '' : say(sign.cure);
  switch (kind) {
    case 'application':
    case 'error path':
      // A second line may be that of any server in front.
      return isDoubled(diagnosis)
        ? usual
        : { ...usual, alsoOwners: also.filter((one) => one !== 'operator') };
    case 'proxy':
      return {
        ...ofOperator(also),
        before: say(
          'What the application sends does not reach a response that {name} makes itself: change it there.',
          { name },
        ),
      };
    case 'authorizer':
      return {
        ...ofOperator(also),
        ...(sign?.owner === undefined ? {} : { alsoOwners: [sign.owner] }),
        before: `${say('This is the answer of {name} in place of the API.', { name })} ${cure}`.trim(),
      };
    case 'tunnel':
      return {
        ...ofOperator([]),
        owner: sign?.owner ?? 'operator',
        alsoOwners: sign?.owner === 'front end' ? ['back end'] : [],
        instead:
          `${say('This is {name} in place of the API, and no header of the API reaches it.', { name })} ${cure}`.trim(),
        byHeaders: false,
      };
    case 'login':
      return {
        ...usual,
        owner: sign?.kind === 'application' ? 'back end' : 'operator',
        alsoOwners: ['front end'],
        byHeaders: !/redirect/.test(diagnosis),
      };
    case 'cache':
      return { ...usual, alsoOwners: [...new Set<Owner>([...also, 'operator'])] };
    case 'unknown':
      return usual;
    default:
      return kind satisfies never;
  }
}

/** Reports whether a response has too many of what one layer adds. */
export const isDoubled = (diagnosis: DiagnosisId | null): boolean =>
  diagnosis === 'origin-multiple' || diagnosis === 'preflight-origin-multiple';

const ofOperator = (also: readonly Owner[]): Cure => ({
  owner: 'operator',
  alsoOwners: also.filter((one) => one === 'front end'),
  before: '',
  instead: null,
  byHeaders: true,
});

const whileParsing = ({ kind, name, guess }: Found): Cure => ({
  owner: kind === 'error path' ? 'back end' : 'operator',
  alsoOwners: ['front end'],
  before: '',
  instead: say(
    'The request was refused while it was still being parsed (by {name}), before any rule on headers: no response header cures that. Raise the limit for {limits}, or have the page send a shorter URL, token or cookie.',
    { name: name ?? say('a server'), limits: limitOf(guess?.stacks[0] ?? name) },
  ),
  byHeaders: false,
});

/** What the limits are called. */
const limits: Readonly<Record<string, string>> = {
  nginx: 'large_client_header_buffers',
  apache: 'LimitRequestLine and LimitRequestFieldSize',
  haproxy: 'tune.bufsize',
  "Node's HTTP parser": 'node --max-http-header-size',
  "Tomcat's HTTP parser": 'maxHttpHeaderSize',
  "Gunicorn's HTTP parser": 'limit_request_line and limit_request_field_size',
};

const limitOf = (name: string | null): string => {
  const limit = name === null ? undefined : limits[name];
  return limit === undefined
    ? say('the request line and the header lines')
    : say('the request line and the header lines ({names})', { names: limit });
};
