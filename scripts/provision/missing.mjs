/** A runtime that cannot be had here. The message says which, and what to do. */
export class Missing extends Error {
  name = 'Missing';
  code = 'RUNTIME_MISSING';
}
