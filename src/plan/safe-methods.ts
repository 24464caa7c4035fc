import type { ProbeRequest } from '../model.ts';

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Reports whether a request of this method changes nothing on the server, so that it may be sent, and sent again. */
export const isSafe = (method: string): boolean => safeMethods.has(method);

/** Reports whether the request changes nothing on the server, however often it is made. */
export const isRepeatable = ({
  request: { held, method },
}: {
  readonly request: Pick<ProbeRequest, 'held' | 'method'>;
}): boolean => held || isSafe(method);
