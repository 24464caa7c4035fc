import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { HeaderList } from '../../../src/model.ts';
import { responderOf } from '../../../src/responder/responder.ts';
import { expressValidator } from '../../../src/responder/own-page.ts';
import type { HeaderHint, OwnPage, Sign, Signs } from '../../../src/responder/sign.ts';
import { usualOf } from '../../../src/responder/usual.ts';
import { exchange } from '../judge/observation.ts';

type Line = HeaderList[number];

const folder = new URL('../../../src/responder/signs/', import.meta.url);
const json: Line = ['Content-Type', 'application/json'];
/** A line that nothing is known by. */
const own: Line = ['X-Own', '1'];
/** A status that no sign and no page is about. */
const other = 299;

/** Returns a line that `hint` is about, made of what the hint says; a pattern is a small one. */
function lineFor({ header, startsWith, word, pattern, is }: HeaderHint): Line {
  const text = (pattern?.source ?? '')
    .replaceAll(/[\^$]/g, '')
    .replaceAll(/\\d\+/g, '1')
    .replaceAll(/\((\w+)[^)]*\)/g, '$1');
  return [header, is ?? startsWith ?? word ?? (text === '' ? '1' : text)];
}

const without = (lines: HeaderList, left: number): HeaderList => lines.filter((_, index) => index !== left);

/** Says who made such a response of an API whose others have `usual`. */
function madeBy(status: number, headers: HeaderList, usual: HeaderList = []): string {
  const response = { status, headers, fromCache: false };
  const inOrder = usualOf([{ status: 200, headers: [json, ...usual], fromCache: false }]);
  const { kind, name } = responderOf(exchange('actual', status, headers), response, inOrder);
  return `${kind} ${name ?? ''}`.trim();
}

/** Returns who made a response that has a sign, and who made it without each part of it in turn. */
function ofSign({ lines, statuses }: Sign): { readonly shown: string; readonly lacking: readonly string[] } {
  const status = statuses?.[0] ?? 503;
  const headers = lines.map(lineFor);
  return {
    shown: madeBy(status, headers),
    lacking: [
      ...headers.map((_, left) => madeBy(status, without(headers, left))),
      ...headers
        .map(([name], left) => madeBy(status, [...without(headers, left), [name, 'another']]))
        .filter((_, index) => isOfValue(lines[index])),
      ...(statuses === undefined ? [] : [madeBy(other, headers)]),
    ],
  };
}

/** Returns the same of a page, behind a server whose name all responses have. */
function ofPage(page: OwnPage): { readonly shown: string; readonly lacking: readonly string[] } {
  const { lines, contentType, lacks, statuses, body } = page;
  const status = statuses?.[0] ?? 403;
  const { method, url } = exchange('actual', status, []);
  const { pathname } = new URL(url);
  const text = body?.replace('{method}', method).replace('{target}', pathname);
  const ofLength = (more: number): HeaderList =>
    text === undefined ? [] : [['content-length', String(text.length + more)]];
  const exact = lines.find(({ header }) => header === 'content-type')?.is;
  const type: HeaderList = [
    ...(contentType === null ? [] : ([['content-type', exact ?? contentType]] as const)),
    ...ofLength(0),
  ];
  const ofText = (hint: HeaderHint, other: string): Line =>
    hint.header === 'etag' && text !== undefined ? ['etag', expressValidator(text + other)] : lineFor(hint);
  const ofLines = lines.filter(({ header }) => header !== 'content-type').map((hint) => ofText(hint, ''));
  const usual = ofLines.filter(([name]) => name === 'server');
  const by = (headers: HeaderList, code = status): string => madeBy(code, headers, usual);
  return {
    shown: by([...ofLines, ...type]),
    lacking: [
      ...ofLines.map((_, left) => by([...without(ofLines, left), ...type])),
      by([...ofLines, ['content-type', 'application/problem+json'], ...ofLength(0)]),
      ...ofLength(1).map((length) => by([...ofLines, type[0] ?? own, length])),
      ...(lines.some(({ header }) => header === 'etag')
        ? [by([...lines.map((hint) => ofText(hint, ' ')), ...type])]
        : []),
      ...(exact === undefined ? [] : [by([...ofLines, ['content-type', contentType ?? ''], ...ofLength(0)])]),
      by([...ofLines, ...type, own]),
      by([...ofLines, ...type], other),
      ...lacks.map((name) => by([...ofLines, ...type, [name, 'another']])),
    ],
  };
}

const isOfValue = (hint: HeaderHint | undefined): boolean =>
  hint?.startsWith !== undefined ||
  hint?.word !== undefined ||
  hint?.pattern !== undefined ||
  hint?.is !== undefined;

for (const file of readdirSync(folder).sort()) {
  const { default: data }: { default: Signs } = await import(new URL(file, folder).href);
  const { kind, signs, pages } = data;

  test(`${file}: a response is told by each sign and page, and by nothing less`, () => {
    const all = [
      ...signs
        .filter(({ shows }) => shows !== 'passed' || kind === 'application')
        .map((sign) => ({ name: sign.name, ...ofSign(sign) })),
      ...pages.map((page) => ({ name: page.name, ...ofPage(page) })),
    ];
    expect(all.map(({ shown }) => shown)).toEqual(all.map(({ name }) => `${kind} ${name}`));
    expect(all.filter(({ shown, lacking }) => lacking.length === 0 || lacking.includes(shown))).toEqual([]);
  });

  const passed = signs.filter(({ shows }) => shows === 'passed');
  if (passed.length === 0) continue;
  test(`${file}: what passed through is missed where the others have it`, () => {
    const isLacking = (usual: HeaderList): boolean => {
      const response = { status: 503, headers: [], fromCache: false };
      const inOrder = usualOf([{ status: 200, headers: [json, ...usual], fromCache: false }]);
      return responderOf(exchange('actual', 503, []), response, inOrder).isLacking;
    };
    expect(passed.map(({ lines }) => [isLacking(lines.map(lineFor)), isLacking([])])).toEqual(
      passed.map(() => [true, false]),
    );
  });
}

test('a response without any sign is of nobody knows whom', () => {
  expect(madeBy(503, [json, own])).toBe('unknown');
});
