/** A file of so many bytes, which lines give the size of. */
const file = /(x{1000,})/;

/** Reports whether a body cannot stand in a line of a shell as it is: it has line ends, or a file. */
export const isForm = (body: string): boolean => body.includes('\r\n') || file.test(body);

/** Returns what a shell runs before `curl --data-binary @-`, to feed it `body`; `word` writes a text as one word. */
export const feeding = (body: string, word: (text: string) => string): string =>
  `{ ${body
    .split(file)
    .filter((piece) => piece !== '')
    .map((piece) =>
      file.test(piece)
        ? `head -c ${piece.length} /dev/zero | tr '\\0' x;`
        : `printf '%b' ${word(piece.replaceAll('\\', '\\\\').replaceAll('\r', '\\r').replaceAll('\n', '\\n'))};`,
    )
    .join(' ')} } |`;

/** Returns `json`, a value in a line of a script, with the files in its texts made there. */
export const makingFiles = (json: string): string =>
  json.replace(new RegExp(file, 'g'), (run) => `" + "x".repeat(${run.length}) + "`);
