/** What the store keeps of films, as the queries on taste read it. */
import type { Context } from "../../../src/chat/contract.js";
import type { OwnRating } from "../../../src/recommend/ratings/own.js";
import type { Rating, Seen } from "../../../src/store/port.js";

export function ownRatings(seen: readonly Seen[]): OwnRating[] {
  return seen.map(({ film, score, at }) => ({
    film,
    ...(score === undefined ? {} : { score }),
    at: at.toISOString(),
  }));
}

/** Those of whoever asks; none where nobody is known or nothing is kept. "away" where the store cannot be reached. */
export async function keptRatings({ asker, ports }: Context): Promise<readonly OwnRating[] | "away"> {
  if (asker === undefined || ports.store === undefined) return [];
  try {
    const { ratings } = await ports.store();
    return ownRatings(await ratings.all(asker.id));
  } catch (error) {
    // Films are recommended all the same.
    ports.log.warn({ err: error }, "ratings could not be read");
    return "away";
  }
}

/** The ratings of each of several people, in no order of people. */
export function ratingsByPerson(ratings: readonly Rating[]): ReadonlyMap<string, OwnRating[]> {
  const people = new Map<string, Rating[]>();
  for (const rating of ratings) {
    const own = people.get(rating.person);
    if (own === undefined) people.set(rating.person, [rating]);
    else own.push(rating);
  }
  return new Map([...people].map(([person, own]) => [person, ownRatings(own)]));
}

/** Ratings that are read in a few milliseconds. */
const A_TURN = 1_000;

/** The same of a whole community. @param pause awaited now and then, so that others are answered meanwhile */
export async function ratingsInTurns(
  ratings: readonly Rating[],
  pause: () => Promise<unknown>,
): Promise<ReadonlyMap<string, OwnRating[]>> {
  const people = new Map<string, OwnRating[]>();
  for (let from = 0; from < ratings.length; from += A_TURN) {
    for (const [person, own] of ratingsByPerson(ratings.slice(from, from + A_TURN))) {
      const before = people.get(person);
      if (before === undefined) people.set(person, own);
      else before.push(...own);
    }
    await pause();
  }
  return people;
}
