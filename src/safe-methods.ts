const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Reports whether a request of this method changes nothing on the server, so that it may be sent, and sent again. */
export const isSafe = (method: string): boolean => safeMethods.has(method);
