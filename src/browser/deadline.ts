/** An engine that was started did not do what it was asked in time, or is gone. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code = 'engine';
}

/** Resolves as `promise` does; rejects with an `EngineError` that says `what` if that takes over `timeoutMs`. */
export async function within<Value>(
  promise: Promise<Value>,
  timeoutMs: number,
  what: string,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new EngineError(`${what} within ${timeoutMs} ms.`)), timeoutMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
