import { stacks } from '../../src/fix/fix.ts';
import type { FixFile, ReportFix } from '../../src/model.ts';
import { say } from '../../src/words/say.ts';
import { listed } from './wording.ts';

/** Returns `Fix 1`, as findings refer to it. */
export const fixLabel = ({ id }: ReportFix): string =>
  say('Fix {number}', { number: id.replace('fix-', '') });

/** Says what a fix is for, and how that is known. */
export function fixTitle({ stack, among }: ReportFix): string {
  if (among !== undefined) return say('for one of {stacks}', { stacks: listed(among.stacks) });
  if (stack === null) return say('for every stack, as yours is not known');
  return say(stack.from === 'policy' ? 'for {stack}' : 'for {stack}, which is a guess', {
    stack: stack.name,
  });
}

/** Returns `Fix 1, for nginx`. */
export const fixName = (fix: ReportFix): string =>
  say('{fix}, {what}', { fix: fixLabel(fix), what: fixTitle(fix) });

/** Returns what a reader should know before the files, as sentences. */
export function fixRemarks(fix: ReportFix): readonly string[] {
  const { routes, notes = [], problems } = fix;
  return [
    say("It is for {routes}, filled with the policy's own values.", { routes: listed(routes) }),
    ...notes,
    ...stackRemarks(fix),
    ...problems,
  ];
}

function stackRemarks({ stack, among }: ReportFix): readonly string[] {
  if (among !== undefined) {
    return [
      say(
        'The response header "{hint}" names a server that many frameworks run on, so that it does not say which one answers: take the file of yours, or name it by stack in the policy, or by CORS_STACK.',
        { hint: among.hint },
      ),
    ];
  }
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
      stack.hint?.startsWith('/') === true
        ? '{stack} is a guess, from the path "{hint}". If it is wrong, name yours by stack in the policy, or by CORS_STACK.'
        : '{stack} is a guess, from the response header "{hint}". If it is wrong, name yours by stack in the policy, or by CORS_STACK.',
      { stack: stack.name, hint: stack.hint ?? '' },
    ),
  ];
}

/** Returns `nginx, server block of an API: api.conf`. */
export const fileTitle = ({ stack, variant, path }: FixFile): string =>
  say('{stack}, {variant}: {path}', { stack, variant, path });
