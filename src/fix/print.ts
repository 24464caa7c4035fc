import type { PrintableFix } from './fix.ts';
import type { FixFile } from '../model.ts';
import type { InEach, Language } from '../words/language.ts';
import { fillFix } from './fill.ts';
import { stacks } from './stacks.ts';
import type { FixValues } from './values.ts';

/** Stands in the printed file for what nobody has said, and a note says so. */
export const standIns = { backend: 'http://127.0.0.1:8080', port: 3000 } as const;

/**
 * Returns `fix` as people are shown it. What its manifest says is in English; what is said of every fix is in
 * `spoken`. Throws a `FixValueError` where its language cannot hold a value.
 */
export function printFix(fix: PrintableFix, values: FixValues, spoken: Language = 'en'): FixFile {
  const { stack, variant, printed, language, install, notes, template } = fix;
  return {
    stack: stacks[stack].name,
    variant,
    path: printed,
    language,
    install,
    text: fillFix(template, values),
    notes: [
      ...(isOfApi(fix) ? [] : [developmentOnly[spoken]]),
      ...notes,
      ...standInNotes(template, values, spoken),
    ],
  };
}

export const isOfApi = ({ role }: PrintableFix): boolean => role === 'api';

const developmentOnly: InEach = {
  en: 'For development only: page and API share the origin of the dev server, so that no CORS request is made. The API itself stays as it is.',
  ja: '開発専用です。ページと API が開発サーバーのオリジンを共有するため、CORS リクエストは発生しません。API 自体は変わりません。',
};

function standInNotes(template: string, { backend, port }: FixValues, spoken: Language): readonly string[] {
  const own = ownValues[spoken];
  return [
    ...(template.includes('{{backend ') ? [own.backend(backend)] : []),
    ...(template.includes('{{port ') ? [own.port(port)] : []),
    ...importedStandIns(template).map(own.code),
  ];
}

interface OwnValues {
  readonly backend: (address: string) => string;
  readonly port: (port: number) => string;
  readonly code: (module: string) => string;
}

const ownValues: InEach<OwnValues> = {
  en: {
    backend: (address) => `Put the address of the API itself in place of ${address}.`,
    port: (port) => `Put the port that it listens on in place of ${port}.`,
    code: (module) => `${module}, which the file imports, stands for your own code.`,
  },
  ja: {
    backend: (address) => `${address} を API 自体のアドレスに置き換えてください。`,
    port: (port) => `${port} を、待ち受けるポートに置き換えてください。`,
    code: (module) => `ファイルがインポートする ${module} は、ご自身のコードの代わりです。`,
  },
};

/**
 * Returns the modules of a file that are no packages: in JavaScript and Ruby by how they are imported, in Python by
 * name.
 */
const importedStandIns = (template: string): readonly string[] =>
  [...template.matchAll(/\bfrom '(\.\/[^']+)'|^from (items) import\b|^require_relative '([^']+)'/gm)].flatMap(
    ([, script, python, ruby]) => script ?? python ?? ruby ?? [],
  );
