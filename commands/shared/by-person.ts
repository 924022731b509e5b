/** What each has, in no order of people. */
export function byPerson(films: readonly { readonly person: string; readonly film: number }[]): number[][] {
  const lists = new Map<string, number[]>();
  for (const { person, film } of films) {
    const list = lists.get(person);
    if (list === undefined) lists.set(person, [film]);
    else list.push(film);
  }
  return [...lists.values()];
}
