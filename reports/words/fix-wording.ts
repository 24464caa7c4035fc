import { stacks } from '../../src/fix/fix.ts';
import type { FixFile, ReportFix } from '../../src/model.ts';
import { say } from '../../src/words/say.ts';
import { listed } from './wording.ts';

/** Returns `Fix 1`, as findings refer to it. */
export const fixLabel = ({ id }: ReportFix): string =>
  say('Fix {number}', { number: id.replace('fix-', '') });

/** Says what a fix is for, and how that is known. */
export function fixTitle({ stack }: ReportFix): string {
  if (stack === null) return say('for every stack, as yours is not known');
  return say(stack.from === 'policy' ? 'for {stack}' : 'for {stack}, which is a guess', {
    stack: stack.name,
  });
}

/** Returns `Fix 1, for nginx`. */
export const fixName = (fix: ReportFix): string =>
  say('{fix}, {what}', { fix: fixLabel(fix), what: fixTitle(fix) });

/** Returns what a reader should know before the files, as sentences. */
export function fixRemarks({ stack, routes, notes = [], problems }: ReportFix): readonly string[] {
  return [
    say("It is for {routes}, filled with the policy's own values.", { routes: listed(routes) }),
    ...notes,
    ...stackRemarks(stack),
    ...problems,
  ];
}

function stackRemarks(stack: ReportFix['stack']): readonly string[] {
  if (stack === null) {
    return [
      say(
        'No response header hints at what answers here. Name it by stack in the policy, or by CORS_STACK: {stacks}.',
        { stacks: Object.keys(stacks).join(', ') },
      ),
    ];
  }
  if (stack.from === 'policy') return [];
  return [
    say(
      '{stack} is a guess, from the response header "{hint}". If it is wrong, name yours by stack in the policy, or by CORS_STACK.',
      { stack: stack.name, hint: stack.hint ?? '' },
    ),
  ];
}

/** Returns `nginx, server block of an API: api.conf`. */
export const fileTitle = ({ stack, variant, path }: FixFile): string =>
  say('{stack}, {variant}: {path}', { stack, variant, path });
