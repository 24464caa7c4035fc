import { mimeTypeEssence } from '../fetch-standard/request-headers.ts';
import type { FormPartInput } from '../policy/types.ts';
import { at, entriesOf, isRecord, listAt, textAt, type Members } from './members.ts';
import type { HarEntry } from './read-har.ts';
import { hasSecretName } from './secret-words.ts';

type Form = readonly [FormPartInput, ...FormPartInput[]];

/** A file of a sketch has so many bytes: enough to be read as one, and none that a server finds too large. */
const fileBytes = 1_000;
/** The most parts that are written; more tell no more of CORS. */
const mostParts = 20;

/** Reports whether a body of this type is a form with files. */
export const isFormType = (contentType: string): boolean =>
  mimeTypeEssence(contentType) === 'multipart/form-data';

/** Returns the parts of the form that a media type of OpenAPI 3 describes; `null` where it names none. */
export function partsOfMedia(media: unknown): Form | null {
  const schema = at(media, 'schema');
  const fields = [schema, ...listAt(schema, 'allOf')].flatMap((one) => entriesOf(at(one, 'properties')));
  return formOf(
    fields.map(([name, field]) => {
      const contentType = textAt(media, 'encoding', name, 'contentType')?.split(',')[0]?.trim();
      return partOf(name, field, contentType);
    }),
  );
}

/** Returns the parts of the form that parameters of Swagger 2 describe; `null` where they name none. */
export const partsOfParameters = (parameters: readonly Members[]): Form | null =>
  formOf(
    parameters.flatMap((one) => {
      const name = textAt(one, 'name');
      return one['in'] !== 'formData' || name === null ? [] : [partOf(name, one)];
    }),
  );

/**
 * Returns the parts of a form that a page was recorded to send; `null` where the recording does not tell them. No value and
 * no name of a file is written, but for the end that says what is in it.
 */
export function partsOfRecording({
  params,
  text,
}: NonNullable<HarEntry['request']['postData']>): Form | null {
  const told = (params ?? []).map(({ name, fileName, contentType }) => ({ name, fileName, contentType }));
  return formOf(
    (told.length > 0 ? told : partsInText(text ?? '')).map(({ name, fileName, contentType }) =>
      fileName == null ? { name, text: '' } : fileOf(name, contentType ?? undefined, fileName),
    ),
  );
}

// https://www.rfc-editor.org/rfc/rfc7578#section-4.2
const partsInText = (text: string) =>
  [
    ...text.matchAll(
      /^content-disposition: form-data; name="([^"]*)"(?:; filename="([^"]*)")?(?:\r?\ncontent-type: ([^\r\n]+))?/gim,
    ),
  ].map(([, name = '', fileName, contentType]) => ({ name, fileName, contentType }));

function formOf(parts: readonly FormPartInput[]): Form | null {
  const [first, ...others] = parts.slice(0, mostParts);
  return first === undefined ? null : [first, ...others];
}

function partOf(name: string, field: unknown, contentType?: string): FormPartInput {
  const of = at(field, 'type') === 'array' ? at(field, 'items') : field;
  return isFile(of)
    ? fileOf(name, contentType ?? textAt(of, 'contentMediaType') ?? undefined)
    : { name, text: textOf(name, of) };
}

/** Reports whether a field is a file, as one of the versions says it: Swagger 2, OpenAPI 3.0 or 3.1. */
const isFile = (field: unknown): boolean =>
  at(field, 'type') === 'file' ||
  at(field, 'format') === 'binary' ||
  (textAt(field, 'contentMediaType') !== null && textAt(field, 'contentEncoding') === null);

function fileOf(name: string, contentType: string | undefined, fileName = ''): FormPartInput {
  const type = contentType === undefined ? null : mimeTypeEssence(contentType);
  const end = /\.[a-z\d]{1,5}$/i.exec(fileName)?.[0];
  return {
    name,
    bytes: fileBytes,
    ...(end === undefined ? {} : { fileName: `upload${end}` }),
    // What anything may be says no more than the default.
    ...(type === null || type.includes('*') || type === 'application/octet-stream'
      ? {}
      : { contentType: type }),
  };
}

function textOf(name: string, field: unknown): string {
  if (hasSecretName(name)) return '';
  const values = [
    at(field, 'example'),
    listAt(field, 'examples')[0],
    at(field, 'default'),
    listAt(field, 'enum')[0],
  ];
  const value = values.find((one) => one !== undefined && one !== null);
  if (isRecord(value) || Array.isArray(value)) return JSON.stringify(value).slice(0, 1_000);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value).slice(0, 1_000);
  return madeUp[textAt(field, 'type') ?? ''] ?? 'text';
}

const madeUp: Readonly<Record<string, string>> = { integer: '1', number: '1', boolean: 'true', object: '{}' };
