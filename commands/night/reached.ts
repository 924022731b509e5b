/** From what was pressed or asked to the night that it is about, as far as whoever asks may reach it. */

import type { Reply } from "../../src/chat/answer/reply.js";
import type { Context } from "../../src/chat/contract.js";
import { communityOf, groupOf, knownAsker, storeOf } from "../../src/chat/kept.js";
import { phaseOf } from "../../src/events/night/phase.js";
import type { KeptNight } from "../../src/nights/kept.js";
import { type Asking, type Handled, handle, readNight, rereadNight } from "../../src/nights/nights.js";
import { addPanel } from "../../src/nights/posts.js";
import type { Repositories } from "../../src/store/port.js";
import { panel, readingOf } from "./panel/panel.js";
import type { NightResult } from "./result.js";
import { refused } from "./words/refusals.js";

/** Who asks, where, and what is kept of that. */
export interface Reached {
  readonly store: Repositories;
  readonly community: string;
  readonly person: string;
  readonly moderates: boolean;
}

/** @throws UserError outside of a server or group, or where nothing is kept; StoreUnavailable */
export async function reach(context: Context): Promise<Reached> {
  const place = groupOf(context);
  const { id: person, moderates } = knownAsker(context);
  const store = await storeOf(context);
  const community = communityOf(place);
  return { store, community, person, moderates };
}

/**
 * A night of the community that is asked in. An id that a button, or somebody, made up leads to no night of others.
 * @throws UserError
 */
export async function nightHere(
  context: Context,
  { store, community }: Reached,
  id: string,
): Promise<KeptNight> {
  const known = await readNight(store, id);
  // A group that moved takes its nights along.
  const kept = known && known.community !== community ? await rereadNight(store, id) : known;
  if (kept === undefined || kept.community !== community) throw refused(context, { code: "no_night" }, "UTC");
  return kept;
}

/**
 * Does something to a night of the community that is asked in.
 * @param part of the press, where it asks for more than one thing
 * @throws UserError with why not
 */
export async function done(
  context: Context,
  reached: Reached,
  id: string,
  asking: Asking,
  part = "",
): Promise<KeptNight> {
  const { zone } = await nightHere(context, reached, id);
  const { store, community, person, moderates } = reached;
  const key = context.key === undefined ? undefined : `${context.key}${part}`;
  const handled = await handle(store, id, asking, { key, now: context.now, actor: { person, moderates } });
  const kept = keptOf(context, handled, zone);
  await store.people.tookPart(
    { person, community, server: context.place?.server !== undefined },
    context.now,
  );
  return kept;
}

/** @throws UserError with why not */
export function keptOf(context: Context, handled: Handled, zone: string): KeptNight {
  if (!handled.ok) throw refused(context, handled.refusal, handled.kept?.zone ?? zone);
  return handled.kept;
}

/** The night as all see it, in a message that follows it from then on. */
export function followed(
  context: Context,
  { store, community }: Pick<Reached, "store" | "community">,
  kept: KeptNight,
): Reply<NightResult> {
  return {
    ...shown(context, kept),
    async onShown({ place: { chat, topic }, id }) {
      // Where it cannot be remembered it stays as it is.
      if (kept.community === community)
        await addPanel(store, kept.id, { id, chat, topic, at: new Date() }).catch(() => undefined);
    },
  };
}

/** The night as all see it. */
export function shown(context: Context, kept: KeptNight): Reply<NightResult> {
  return {
    status: "ok",
    result: resultOf(kept, context.now),
    answer: panel(readingOf(context, kept), kept, context.now),
    cacheable: false,
  };
}

function resultOf({ id, night }: KeptNight, now: Date): NightResult {
  return {
    id,
    title: night.rules.title,
    phase: phaseOf(night, now),
    deadline: night.deadline,
    films: [...night.proposals.values()].filter(({ withdrawn }) => !withdrawn).map(({ film }) => film),
    voters: night.ballots.size,
    winner: night.ending?.kind === "closed" ? night.ending.winner : null,
  };
}
