/**
 * Reports whether a response of `status` says that the API does not answer just now: too many requests, or what a
 * gateway says of an API that it does not reach. What the API answers when it does is then not known. A status that is
 * `declared` of the request is the answer that was expected.
 */
export const answersLater = (status: number, declared: readonly number[] = []): boolean =>
  statuses.has(status) && !declared.includes(status);

const statuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);
