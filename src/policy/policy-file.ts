import { join, sep } from 'node:path';
import { createJiti } from 'jiti';
import { definePolicy } from './define-policy.ts';
import { PolicyError } from './problem.ts';
import { kindOf, quote } from './shown-value.ts';

/**
 * Returns the default export of the module `name` in `folder`, whose text is `source`: TypeScript or JavaScript,
 * an ES module or CommonJS. Throws a `PolicyError` that says where the module threw.
 */
export function evaluatePolicyFile(source: string, folder: string, name: string): unknown {
  const filename = join(folder, name);
  const jiti = createJiti(filename, {
    fsCache: false,
    moduleCache: false,
    interopDefault: false,
    // So that a line of a stack is a line of the file.
    transformOptions: { retainLines: true },
    // The policy file needs no more of this package, and must not load it, or Playwright with it, twice.
    virtualModules: { 'cors-conformance': { definePolicy } },
  });
  return defaultExportOf(evaluate(), name);

  function evaluate(): unknown {
    try {
      return jiti.evalModule(source, { filename, id: filename, async: false });
    } catch (error) {
      throw new PolicyError([thrownBy(error, folder, name)], { cause: error });
    }
  }
}

function defaultExportOf(exports: unknown, name: string): unknown {
  const isObject = typeof exports === 'object' && exports !== null;
  const isModule = isObject && Reflect.get(exports, '__esModule') === true;
  const value: unknown = isModule ? Reflect.get(exports, 'default') : exports;
  if (typeof value === 'object' && value !== null && !(value instanceof Promise)) return value;
  const problem = value === undefined ? 'has no default export' : `exports ${kindOf(value)} by default`;
  throw new PolicyError([
    { place: name, value: '', problem, remedy: 'write export default definePolicy({ … })' },
  ]);
}

function thrownBy(error: unknown, folder: string, name: string) {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const firstLine = text
    .split('\n', 1)
    .join('')
    .replace(/^Error: (?=\w*Error: )/, '')
    .trim();
  return {
    place: placeOfThrow(error, folder, name),
    value: '',
    problem: `throws ${quote(firstLine)}`,
    remedy: firstLine.includes('await is only valid')
      ? 'write the policy without await, because it is read synchronously'
      : 'correct it',
  };
}

/** The innermost line of the project, at or below the policy file. */
function placeOfThrow(error: unknown, folder: string, name: string): string {
  const stack = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : '';
  const places = stack.split('\n').flatMap((line) => {
    const start = line.indexOf(`${folder}${sep}`);
    const place =
      start === -1 ? null : /^(.+?):(\d+)(?::\d+)?\)?$/.exec(line.slice(start + folder.length + 1));
    return place === null ? [] : [{ file: place[1] ?? '', line: place[2] ?? '' }];
  });
  const own = places.findIndex(({ file }) => file === name);
  const innermost = places.slice(0, own + 1).find(({ file }) => !file.includes('node_modules'));
  return innermost === undefined ? name : `${innermost.file}:${innermost.line}`;
}
