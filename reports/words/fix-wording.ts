import { stacks } from '../../src/fix/fix.ts';
import type { FixFile, ReportFix } from '../../src/model.ts';
import { listed } from '../../src/words/listed.ts';

/** Returns `Fix 1`, as findings refer to it. */
export const fixLabel = ({ id }: ReportFix): string => id.replace('fix-', 'Fix ');

/** Says what a fix is for, and how that is known. */
export function fixTitle({ stack }: ReportFix): string {
  if (stack === null) return 'for every stack, as yours is not known';
  return stack.from === 'policy' ? `for ${stack.name}` : `for ${stack.name}, which is a guess`;
}

/** Returns what a reader should know before the files, as sentences. */
export function fixRemarks({ stack, routes, notes = [], problems }: ReportFix): readonly string[] {
  return [
    `It is for ${listed(routes)}, filled with the policy's own values.`,
    ...notes,
    ...stackRemarks(stack),
    ...problems,
  ];
}

function stackRemarks(stack: ReportFix['stack']): readonly string[] {
  if (stack === null) {
    return [
      `No response header hints at what answers here. Name it by stack in the policy, or by CORS_STACK: ${Object.keys(stacks).join(', ')}.`,
    ];
  }
  if (stack.from === 'policy') return [];
  return [
    `${stack.name} is a guess, from the response header "${stack.hint ?? ''}". If it is wrong, name yours by stack in the policy, or by CORS_STACK.`,
  ];
}

/** Returns `nginx, server block of an API: api.conf`. */
export const fileTitle = ({ stack, variant, path }: FixFile): string => `${stack}, ${variant}: ${path}`;
