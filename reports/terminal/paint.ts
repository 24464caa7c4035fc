import { styleText } from 'node:util';

/** How the terminal formats emphasise a text. Whether there are colours is decided by whoever makes one. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly good: (text: string) => string;
  readonly link: (text: string) => string;
}

const same = (text: string): string => text;

export const plainPaint: Paint = { strong: same, faint: same, bad: same, warn: same, good: same, link: same };

export const colourPaint: Paint = {
  strong: styled('bold'),
  faint: styled('dim'),
  bad: styled('red'),
  warn: styled('yellow'),
  good: styled('green'),
  link: styled('cyan'),
};

/**
 * Returns whether `stream` gets colours: `FORCE_COLOR` decides, then `NO_COLOR`, then whether it is a
 * terminal that is not in CI.
 *
 * https://no-color.org/ and https://force-color.org/
 */
export function wantsColour(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no } = env;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return stream.isTTY === true && env['TERM'] !== 'dumb' && !isSet(env['CI']);
}

/**
 * Reports whether a variable is set. CI sets `CI=true` or `CI=1`; `CI=false` and an empty value mean that it is not
 * one.
 */
export function isSet(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value);
}

type Style = Parameters<typeof styleText>[0];

function styled(style: Style): (text: string) => string {
  return (text) => styleText(style, text, { validateStream: false });
}
