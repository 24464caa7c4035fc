import { isCorsSafelistedRequestHeader, mimeTypeEssence } from '../fetch-standard/request-headers.ts';
import type { PolicyProblem } from './problem.ts';
import type { BodyDraft, RouteDraft } from './shape.ts';
import { quote } from './shown-value.ts';
import { say } from '../words/say.ts';

/** Yields what is wrong with the body at `place`, of the route or of one of its errors. */
export function* contentProblems(
  place: string,
  { contentType, text, multipart }: BodyDraft,
  route: RouteDraft,
): Iterable<PolicyProblem> {
  if (multipart !== undefined) {
    if (contentType !== undefined || text !== undefined) {
      yield {
        place: `${place}.multipart`,
        value: '',
        problem: say('is beside a text, and a body is one of the two'),
        remedy: say('remove one of the two'),
      };
    }
    yield* partProblems(`${place}.multipart`, multipart);
    return;
  }
  if (contentType === undefined) return;
  const here = { place: `${place}.contentType`, value: quote(contentType) };
  const names = route.requestHeaders?.map((name) => name?.toLowerCase()) ?? [];
  if (!isMimeType(contentType)) {
    yield {
      ...here,
      problem: say('is not a MIME type'),
      remedy: say('write one such as "application/json"'),
    };
  } else if (!isCorsSafelistedRequestHeader('content-type', contentType) && !names.includes('content-type')) {
    yield {
      ...here,
      problem: say('is not CORS-safelisted, but requestHeaders does not name content-type'),
      remedy: say('add "content-type" to requestHeaders'),
    };
  }
}

/** How large a file may be: it is held whole. */
const mostBytes = 33_554_432;

function* partProblems(place: string, parts: NonNullable<BodyDraft['multipart']>): Iterable<PolicyProblem> {
  if (parts.length === 0) {
    yield {
      place,
      value: '[]',
      problem: say('is empty'),
      remedy: say('write at least one part, such as { name: "file", bytes: 2000000 }'),
    };
  }
  for (const [index, part] of parts.entries()) {
    const { text, bytes, contentType } = part ?? {};
    const here = `${place}[${index}]`;
    if (part !== undefined && (text === undefined) === (bytes === undefined)) {
      yield {
        place: here,
        value: '',
        problem: text === undefined ? say('holds nothing') : say('has both text and bytes'),
        remedy: say('write one of text and bytes'),
      };
    }
    if (bytes !== undefined && !(Number.isSafeInteger(bytes) && bytes >= 0 && bytes <= mostBytes)) {
      yield {
        place: `${here}.bytes`,
        value: String(bytes),
        problem: say('is no size of a file'),
        remedy: say('write a whole number from 0 to {most}', { most: mostBytes }),
      };
    }
    if (contentType !== undefined && !isMimeType(contentType)) {
      yield {
        place: `${here}.contentType`,
        value: quote(contentType),
        problem: say('is not a MIME type'),
        remedy: say('write one such as "image/png"'),
      };
    }
  }
}

const isMimeType = (contentType: string): boolean =>
  mimeTypeEssence(contentType) !== null && !/[^\t\u0020-\u007e]/.test(contentType);
