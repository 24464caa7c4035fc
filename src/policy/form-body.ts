import type { FormPartInput, TextBody } from './types.ts';

/** Stands between the parts: nothing that it is put between holds it. */
const boundary = 'cors-conformance-form';

/** What a file of so many bytes is made of. */
const filler = 'x';

type DraftPart = { readonly [Key in keyof FormPartInput]?: FormPartInput[Key] | undefined };

/**
 * Returns the body that a page sends of a form with these parts; it needs no CORS-preflight request.
 *
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
 */
export function formBody(parts: readonly DraftPart[]): TextBody {
  const written = parts.map((part) => {
    const {
      name = '',
      text = filler.repeat(part.bytes ?? 0),
      contentType = 'application/octet-stream',
    } = part;
    const fileName = part.fileName ?? (part.bytes === undefined ? null : 'upload.bin');
    const file =
      fileName === null ? [] : [`; filename="${escaped(fileName)}"\r\nContent-Type: ${contentType}`];
    return [
      `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"`,
      ...file,
      `\r\n\r\n${text}\r\n`,
    ].join('');
  });
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    text: `${written.join('')}--${boundary}--\r\n`,
  };
}

const escaped = (name: string): string =>
  name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
