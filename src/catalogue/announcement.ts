/** One of the texts that an engine has for CORS, by its source. Inert data. */
export interface Announcement {
  /** The engine's own name for it; `null` where it has none. */
  readonly name: string | null;
  /** In braces what differs from request to request. */
  readonly text: string;
  /** `null` where cases show it, else why none can. */
  readonly unshown: string | null;
}

/** Reports whether a console text is of `announcement`. */
export function announces({ text }: Pick<Announcement, 'text'>, printed: string): boolean {
  let from = 0;
  return text.split(/\{\w+\}/).every((segment) => {
    const at = printed.indexOf(segment, from);
    from = at + segment.length;
    return at >= 0;
  });
}
