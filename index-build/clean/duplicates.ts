/** Lists in which a thing stands more than once. */

/** Each thing once, by `key`, where it first stood. */
export function distinctBy<T, K>(items: Iterable<T>, key: (item: T) => K): T[] {
  const seen = new Map<K, T>();
  for (const item of items) {
    const id = key(item);
    if (!seen.has(id)) seen.set(id, item);
  }
  return [...seen.values()];
}

/** Items by their key, in the order in which keys were first met. */
export function groupBy<T, K>(items: Iterable<T>, key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
