/** The nights of a community: those that are open, those that were, and what is known from them. */
import type { CarriedFilm } from "../events/night/events/rules.js";
import type { CommunityId, Page } from "../store/port.js";
import { type ListedNight, listed } from "./kept.js";
import type { NightStore } from "./nights.js";

/** So many past nights are looked through: a night a week for four years. */
const MOST_PAST = 200;

/** Oldest first. */
export async function openNights(
  { nights }: NightStore,
  community: CommunityId,
): Promise<readonly ListedNight[]> {
  return (await nights.open(community)).flatMap((night) => listed(night) ?? []);
}

/** Last ended first. */
export async function pastNights(
  { nights }: NightStore,
  community: CommunityId,
  part: { readonly from: number; readonly size: number },
): Promise<Page<ListedNight>> {
  const { items, total } = await nights.ended(community, part);
  return { items: items.flatMap((night) => listed(night) ?? []), total };
}

/** Which films a community saw in its nights, and when; of a film that it saw again, the last time. */
export async function seenInNights(
  store: NightStore,
  community: CommunityId,
  now: Date,
): Promise<ReadonlyMap<number, string>> {
  const { items } = await pastNights(store, community, { from: 0, size: MOST_PAST });
  const seen = new Map<number, string>();
  for (const { winner, showing, endedAt } of items) {
    const at = showing ?? endedAt?.toISOString();
    if (winner === null || at === undefined || Date.parse(at) > now.getTime()) continue;
    if ((seen.get(winner) ?? "") < at) seen.set(winner, at);
  }
  return seen;
}

/** Films that were kept for the next night and that none was opened with yet, and the nights that they come from. */
export async function waitingFilms(
  store: NightStore,
  community: CommunityId,
): Promise<{ readonly films: readonly CarriedFilm[]; readonly from: readonly string[] }> {
  const past = await pastNights(store, community, { from: 0, size: MOST_PAST });
  const all = [...(await openNights(store, community)), ...past.items];
  // A night that was cancelled used up nothing.
  const taken = new Set(all.filter(({ cancelled }) => !cancelled).flatMap(({ from }) => from));
  const waiting = past.items.filter(({ id, carry }) => carry.length > 0 && !taken.has(id));
  const points = new Map<number, number>();
  for (const { film, points: more } of waiting.flatMap(({ carry }) => carry))
    points.set(film, (points.get(film) ?? 0) + more);
  return {
    films: [...points].map(([film, sum]) => ({ film, points: sum })),
    from: waiting.map(({ id }) => id),
  };
}
