/** Memoizes a function of an object: its result is kept as long as the object is. */
export function memoize<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, { readonly value: Value }>();
  return key => {
    const known = made.get(key);
    if (known) return known.value;
    const value = make(key);
    made.set(key, { value });
    return value;
  };
}

/**
 * The value under a key of a map. Where there is none it is computed and kept, as `Map.prototype.getOrInsertComputed`
 * of newer engines does.
 */
export function getOrInsertComputed<Key, Value>(
  map: Pick<Map<Key, Value>, 'get' | 'has' | 'set'>,
  key: Key,
  make: () => Value,
): Value {
  const known = map.get(key);
  if (known !== undefined || map.has(key)) return known as Value;
  const made = make();
  map.set(key, made);
  return made;
}
