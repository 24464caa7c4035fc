import { literally } from '../words/literally.ts';

/**
 * Returns the line of a policy's text in which each route of `paths` says its path, from 1; null where the text does not say
 * it so, as where a function makes it. Of several routes of one path the first says it first.
 */
export function routeLines(source: string, paths: readonly string[]): readonly (number | null)[] {
  const said = new Map<string, readonly number[]>();
  return paths.map((path, index) => {
    const lines = said.get(path) ?? linesOf(source, path);
    said.set(path, lines);
    const before = paths.slice(0, index).filter((other) => other === path).length;
    return lines[before] ?? lines.at(-1) ?? null;
  });
}

function linesOf(source: string, path: string): readonly number[] {
  const pattern = new RegExp(`\\bpath["']?\\s*:\\s*(["'\`])${literally(path)}\\1`, 'g');
  return [...source.matchAll(pattern)].map(({ index }) => source.slice(0, index).split('\n').length);
}
