import type { PrintableFix } from './fix.ts';
import type { FixFile } from '../model.ts';
import type { Language } from '../words/language.ts';
import { say, speaking } from '../words/say.ts';
import { asCommonJs } from './as-common-js.ts';
import { fillFix } from './fill.ts';
import { stacks } from './stacks.ts';
import type { FixValues } from './values.ts';

/** Stands in the printed file for what nobody has said, and a note says so. */
export const standIns = { backend: 'http://127.0.0.1:8080', port: 3000 } as const;

/**
 * Returns `fix` as people are shown it, with its notes in `spoken`. Throws a `FixValueError` where its language cannot hold a value.
 */
export function printFix(fix: PrintableFix, values: FixValues, spoken: Language = 'en'): FixFile {
  const { stack, variant, printed, language, install, notes, template } = fix;
  const text = fillFix(template, values);
  return {
    stack: stacks[stack].name,
    variant,
    path: printed,
    language,
    install,
    text,
    notes: speaking(spoken, () => [
      ...(isOfApi(fix)
        ? []
        : [
            say(
              'For development only: page and API share the origin of the dev server, so that no CORS request is made. The API itself stays as it is.',
            ),
          ]),
      ...notes.map((note) => say(note)),
      ...commonJsNotes(fix, text),
      ...standInNotes(template, values),
    ]),
  };
}

/** Returns what a project writes that is none of modules: by it the same fix is run. */
function commonJsNotes(fix: PrintableFix, text: string): readonly string[] {
  const other = mayBeCommonJs(fix) ? asCommonJs(text) : null;
  if (other === null) return [];
  const lines = other.changed.join(' ');
  return [say('Where package.json does not say "type": "module", write instead: {lines}', { lines })];
}

/** Reports whether a fix may stand in a project of either kind: workers are modules whatever package.json says. */
export const mayBeCommonJs = ({
  role,
  stack,
  printed,
}: Pick<PrintableFix, 'role' | 'stack' | 'printed'>): boolean =>
  role !== 'dev-proxy' && stack !== 'fetch-handler' && printed.endsWith('.js');

/** Reports whether a fix is of the server that pages ask, and not of one that they are developed with. */
export const isOfApi = ({ role }: PrintableFix): boolean => role !== 'dev-proxy';

function standInNotes(template: string, { backend, port }: FixValues): readonly string[] {
  return [
    ...(template.includes('{{backend ')
      ? [say('Put the address of the API itself in place of {address}.', { address: backend })]
      : []),
    ...(template.includes('{{port ')
      ? [say('Put the port that it listens on in place of {port}.', { port })]
      : []),
    ...importedStandIns(template).map((module) =>
      say('{module}, which the file imports, stands for your own code.', { module }),
    ),
  ];
}

/**
 * Returns the modules of a file that are no packages: in JavaScript and Ruby by how they are imported, in Python by
 * name.
 */
const importedStandIns = (template: string): readonly string[] =>
  [...template.matchAll(/\bfrom '(\.\/[^']+)'|^from (items) import\b|^require_relative '([^']+)'/gm)].flatMap(
    ([, script, python, ruby]) => script ?? python ?? ruby ?? [],
  );
