import { Validator } from '@seriousme/openapi-schema-validator';
import { parseDocument } from 'yaml';
import { PolicyError, type PolicyProblem } from '../policy/problem.ts';
import { say, type Told } from '../words/say.ts';
import { counted } from '../words/spoken.ts';
import { plainText } from '../words/plain-text.ts';
import { entriesOf, isRecord, type Members } from './members.ts';

/** The most problems that are told one by one. */
const mostTold = 20;

/**
 * Resolves with the OpenAPI document in `text`, JSON or YAML of Swagger 2 or OpenAPI 3.0 to 3.2, with what each reference
 * refers to in its place, so that it may hold itself. Nothing else is read, from a file or from the network. Rejects with a
 * `PolicyError` that tells what is wrong: the parser's own words, or every reference to another document.
 */
export async function readOpenApi(text: string, name: string): Promise<Members> {
  const parsed = parseDocument(text.replace(/^\ufeff/, ''));
  if (parsed.errors.length > 0) {
    throw refusal(
      name,
      parsed.errors.map(({ message }) =>
        problem(
          name,
          say('is no YAML or JSON ({message})', { message: firstLine(message) }),
          say('correct it'),
        ),
      ),
    );
  }
  const document: unknown = parsed.toJS();
  if (!isRecord(document)) {
    throw refusal(name, [
      problem(name, say('is no OpenAPI document'), say('name a file with "openapi" or "swagger" in it')),
    ]);
  }
  const elsewhere = [...new Set(foreignReferences(document))];
  if (elsewhere.length > 0) {
    throw refusal(
      name,
      elsewhere.map((reference) =>
        problem(
          name,
          say('refers to {reference}, and no other document is read', { reference: plainText(reference) }),
          say('bundle it into one document, for instance with npx @redocly/cli bundle'),
        ),
      ),
    );
  }
  const validator = new Validator({ allErrors: true });
  const { valid, errors } = await validator.validate(document);
  if (valid) return resolved(validator, name);
  if (typeof errors === 'string')
    throw refusal(name, [
      problem(name, say('is refused: {message}', { message: firstLine(errors) }), say('correct it')),
    ]);
  const told = toldOf(errors ?? []);
  // What a body is made of has no part in CORS, and many a document that is used is wrong there.
  if (told.every(({ instancePath }) => /\/(?:schemas?|definitions)(?:\/|$)/.test(instancePath))) {
    return resolved(validator, name);
  }
  throw refusal(
    name,
    told.map(({ instancePath, message }) =>
      problem(
        `${name}${instancePath === '' ? '' : ` ${plainText(instancePath)}`}`,
        say('{fault}', { fault: message }),
        say('correct it'),
      ),
    ),
  );
}

type Errors = Exclude<Awaited<ReturnType<Validator['validate']>>['errors'], string | undefined>;

/** Returns what is wrong at each place, without what follows from something that is wrong further down. */
function toldOf(errors: Errors): readonly { readonly instancePath: string; readonly message: string }[] {
  const follows = ({ instancePath, keyword, params }: Errors[number]): boolean =>
    ['if', 'oneOf', 'anyOf'].includes(keyword) ||
    // Of a reference, or what it may stand for, the reference is missing.
    (params['missingProperty'] === '$ref' &&
      errors.some(
        (other) => other.instancePath.startsWith(instancePath) && other.params['missingProperty'] !== '$ref',
      ));
  const told = errors
    .filter((error) => !follows(error))
    .map(({ instancePath, message = 'is wrong', params }) => {
      const key: unknown = params['additionalProperty'] ?? params['unevaluatedProperty'];
      const named = typeof key === 'string' ? ` ("${plainText(key)}")` : '';
      return { instancePath, message: `${message}${named}` };
    });
  return [...new Map(told.map((one) => [`${one.instancePath} ${one.message}`, one])).values()];
}

function resolved(validator: Validator, name: string): Members {
  try {
    return validator.resolveRefs();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw refusal(name, [
      problem(name, say('is refused: {message}', { message: firstLine(message) }), say('correct it')),
    ]);
  }
}

function refusal(name: string, problems: readonly PolicyProblem[]): PolicyError {
  const more = problems.length - mostTold;
  const told = problems.slice(0, mostTold);
  if (more > 0)
    told.push(
      problem(
        name,
        say('has {problems}', { problems: counted(more, 'more problem') }),
        say('correct these first'),
      ),
    );
  if (told.length === 0) told.push(problem(name, say('is no valid OpenAPI document'), say('validate it')));
  return new PolicyError(told, { of: name });
}

function* foreignReferences(value: unknown): Iterable<string> {
  if (Array.isArray(value)) for (const entry of value) yield* foreignReferences(entry);
  if (!isRecord(value)) return;
  for (const [key, entry] of entriesOf(value)) {
    if (key === '$ref' && typeof entry === 'string' && !entry.startsWith('#')) yield entry;
    else yield* foreignReferences(entry);
  }
}

const firstLine = (text: string): string => plainText(text.split('\n', 1).join('')).replace(/[:.]$/, '');

const problem = (place: string, what: Told, remedy: Told): PolicyProblem => ({
  place,
  value: '',
  problem: what,
  remedy,
});
