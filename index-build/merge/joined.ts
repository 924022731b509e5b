/** Lists of people and things that two sources tell of one film → one list. */
import { distinctBy } from "../clean/duplicates.js";
import type { Credits } from "../read/parts.js";
import type { CrewRef, NamedRef } from "../records.js";

/** Everyone of both; those of the first come first, in its order, unless only the second one's cast is in order. */
export function joinCredits(a: Credits, b: Credits): Credits {
  const [first, second] = !a.castOrdered && b.castOrdered ? [b, a] : [a, b];
  const cast = joinRefs(first.cast, second.cast);
  // A person whose id one source does not know goes by the id of the other.
  const known = new Map(cast.map((person) => [person.name, person]));
  const crew = [...first.crew, ...second.crew];
  for (const { person } of crew) if (person.id > 0) known.set(person.name, person);
  const identified = crew.map(
    (one): CrewRef =>
      one.person.id > 0 ? one : { person: known.get(one.person.name) ?? one.person, job: one.job },
  );
  return {
    cast,
    castOrdered: first.castOrdered,
    crew: distinctBy(identified, ({ person, job }) => `${person.id} ${job}`),
  };
}

/** All of both, each once. One without an id of its source is the same as one with, of the same name. */
export function joinRefs(first: readonly NamedRef[], second: readonly NamedRef[]): readonly NamedRef[] {
  if (second.length === 0) return first;
  if (first.length === 0) return second;
  const all = [...first, ...second];
  const withId = new Map(all.filter(({ id }) => id > 0).map((ref) => [ref.name, ref]));
  return distinctBy(
    all.map((ref) => (ref.id > 0 ? ref : (withId.get(ref.name) ?? ref))),
    ({ id }) => id,
  );
}
