/** How well known collections and companies are: by the votes of all their films, and of all that they stand for. */
import type { Catalog } from "../../../catalog/catalog.js";

/** A collection that stands for a universe is as well known as all of that. */
export function universeFame({ collections, universes }: Catalog, votes: Int32Array): Int32Array {
  const fame = summed(votes, collections);
  [...universes.collection].forEach((collection, universe) => {
    let sum = 0;
    for (const film of universes.films.get(universe)) sum += votes[film] ?? 0;
    fame[collection] = Math.max(fame[collection] ?? 0, sum);
  });
  return fame;
}

/** A company that leads a house is as well known as all of that; films of several members count for each. */
export function houseFame({ companies, companyGroups }: Catalog, votes: Int32Array): Int32Array {
  const own = summed(votes, companies);
  const fame = own.slice();
  [...companyGroups.lead].forEach((lead, group) => {
    for (const member of companyGroups.members.get(group))
      fame[lead] = (fame[lead] ?? 0) + (own[member] ?? 0);
  });
  return fame;
}

/** How well known all films of each row are together. */
function summed(
  votes: Int32Array,
  { films, rowCount }: Pick<Catalog["collections" | "companies"], "films" | "rowCount">,
): Int32Array {
  const { offsets, values } = films;
  const sums = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const end = offsets[row + 1] ?? 0;
    let sum = 0;
    for (let i = offsets[row] ?? 0; i < end; i++) sum += votes[values[i] ?? 0] ?? 0;
    sums[row] = sum;
  }
  return sums;
}
