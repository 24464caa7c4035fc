/** Returns the list under `key`, which is begun if there is none. */
export function listOf<Value>(map: Map<string, Value[]>, key: string): Value[] {
  const existing = map.get(key);
  if (existing !== undefined) return existing;
  const created: Value[] = [];
  map.set(key, created);
  return created;
}
