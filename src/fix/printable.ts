import type { Fix } from '../fix.ts';

/** What is needed of a fix to print it. */
export interface PrintableFix extends Pick<
  Fix,
  'stack' | 'variant' | 'role' | 'preferred' | 'printed' | 'language' | 'install' | 'notes'
> {
  /** The printed file, before it is filled. */
  readonly template: string;
}
