/** A runtime that cannot be had here. The message says which, and what to do. */
export class Missing extends Error {
  name = 'Missing';
  code = 'RUNTIME_MISSING';
}

/** This version of Node cannot run it: left out even where nothing may be missing. */
export class NodeTooOld extends Missing {
  name = 'NodeTooOld';
  code = 'NODE_TOO_OLD';
}
