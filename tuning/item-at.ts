/**
 * What stands in a place of a list.
 * @throws RangeError where nothing does: a bug
 */
export function itemAt<Item>(list: ArrayLike<Item>, place: number): Item {
  const item = list[place];
  if (item === undefined) throw new RangeError(`nothing in place ${place} of ${list.length}`);
  return item;
}
