/** Films of a watchlist, to be proposed with a press: those that fit the night and nobody proposed. */
import type { Reply } from "../../src/chat/answer/reply.js";
import { mention, rich } from "../../src/chat/answer/rich-text.js";
import type { RichText } from "../../src/chat/answer/schema.js";
import type { Context } from "../../src/chat/contract.js";
import { say } from "../../src/chat/locale.js";
import { foldName } from "../../src/chat/text.js";
import type { KeptNight } from "../../src/nights/kept.js";
import { seenInNights } from "../../src/nights/lists.js";
import { filmOfId, filmRowOf } from "../../src/queries/refs/film.js";
import { fittingFacts } from "../../src/queries/taste/for-night.js";
import { watchlistForGroup } from "../../src/queries/taste/watchlist.js";
import { nextTurn } from "../../src/steps.js";
import type { Words } from "../../src/words.js";
import { byPerson } from "../shared/by-person.js";
import { cardOf } from "../shared/card.js";
import { shortHeading } from "../shared/words/wording.js";
import { ACTION, pressing } from "./panel/buttons.js";
import { limitsOf } from "./propose.js";
import type { Reached } from "./reached.js";
import type { NightResult } from "./result.js";
import { filmLabels } from "./words/films.js";

/** Films offered at once; the newest of the list. */
const MOST = 10;

/** Whose watchlists: one's own, or what most people of the place want to see and nobody of them saw. */
type WantedBy = "me" | "group";

const SAID: ReadonlyMap<string, WantedBy> = new Map([
  ...["pendientes", "mis pendientes", "de mis pendientes", "de pendientes"].map(
    (said) => [said, "me"] as const,
  ),
  ...["watchlist", "my watchlist", "from my watchlist"].map((said) => [said, "me"] as const),
  ...["del grupo", "lista del grupo", "pendientes del grupo"].map((said) => [said, "group"] as const),
  ...["from the group", "the group's list", "group list"].map((said) => [said, "group"] as const),
]);

/** Whose watchlist what was typed for a title asks for; undefined where it is a title. */
export function saidWatchlist(title: string): WantedBy | undefined {
  return SAID.get(foldName(title.trim()));
}

export async function wantedFor(
  context: Context,
  reached: Reached,
  kept: KeptNight,
  by: WantedBy = "me",
): Promise<Reply<NightResult>> {
  const { store, community } = reached;
  const { catalog, locale, now } = context;
  const [wanted, seen] = await Promise.all([
    by === "me" ? ownIds(reached) : groupIds(context, reached),
    seenInNights(store, community, now),
  ]);
  const limits = limitsOf(context, kept.night);
  const fits = (id: number) => {
    const row = filmRowOf(catalog, id);
    const proposal = kept.night.proposals.get(id);
    if (row === undefined || seen.has(id) || (proposal !== undefined && !proposal.withdrawn)) return false;
    const { runtime, offered } = fittingFacts(catalog, row, limits);
    const { runtimeLimit } = kept.night.rules;
    const isLong = runtime !== null && runtimeLimit !== null && runtime > runtimeLimit;
    return !isLong && offered !== false && !kept.night.banned.has(id);
  };
  const films = wanted
    .filter(fits)
    .flatMap((film) => filmOfId(catalog, film) ?? [])
    .slice(0, MOST);
  if (films.length === 0) {
    const text = say<RichText>(locale, wanted.length === 0 ? NONE[by] : NONE_FITS);
    return {
      status: "empty",
      result: null,
      answer: { kind: "empty", text },
      aside: { text: said(context, by) },
    };
  }
  const press = pressing(kept.id, locale);
  const label = filmLabels(context);
  return {
    status: "ok",
    result: null,
    cacheable: false,
    answer: {
      kind: "list",
      title: say(locale, TITLES[by]),
      list: {
        numbered: true,
        lines: films.map((film) => ({ head: shortHeading(locale, film), asks: cardOf(film) })),
      },
      actions: films.map(({ id }) =>
        press(
          ACTION.propose,
          { f: id },
          say(locale, { es: `Proponer ${label(id)}`, en: `Propose ${label(id)}` }),
        ),
      ),
      footer: say<RichText>(locale, OTHER),
    },
    aside: { text: said(context, by) },
  };
}

/** Newest first. */
async function ownIds({ store, person }: Reached): Promise<readonly number[]> {
  return (await store.lists.all({ person })).map(({ film }) => film);
}

/** Looked through for those that fit. */
const MOST_OF_GROUP = 50;

async function groupIds({ catalog }: Context, { store, community }: Reached): Promise<readonly number[]> {
  const [wanted, seen] = await Promise.all([
    store.lists.ofMembers(community),
    store.ratings.ofMembers(community),
  ]);
  const asking = { lists: byPerson(wanted), seen: seen.map(({ film }) => film), count: MOST_OF_GROUP };
  return (await watchlistForGroup(catalog, asking, nextTurn)).films.map(({ film }) => film.id);
}

/** For where one person among others can only be told a few words. */
function said({ locale }: Context, by: WantedBy): string {
  return say(locale, HOW[by]);
}

const HOW: Readonly<Record<WantedBy, Words>> = {
  me: {
    es: "Escribe /noche proponer, sin título: salen tus pendientes.",
    en: "Type /noche proponer without a title: it shows your watchlist.",
  },
  group: {
    es: "Escribe /noche proponer del grupo: sale lo que más gente de aquí quiere ver.",
    en: "Type /noche proponer group list: it shows what most people here want to see.",
  },
};

const TITLES: Readonly<Record<WantedBy, Words>> = {
  me: { es: "De tus pendientes, para la noche", en: "From your watchlist, for the night" },
  group: {
    es: "Lo que el grupo quiere ver, para la noche",
    en: "What the group wants to see, for the night",
  },
};

const OTHER = {
  es: rich`Otra: ${mention("noche proponer", "título")}`,
  en: rich`Another one: ${mention("noche proponer", "title")}`,
};
const NONE_OF_MINE = {
  es: rich`No tienes pendientes. Se añaden con ➕ en la ficha de una película. Para proponer otra: ${mention("noche proponer", "título")}`,
  en: rich`Your watchlist is empty. ➕ on a film's card adds to it. To propose another: ${mention("noche proponer", "title")}`,
};
const NONE_OF_GROUP = {
  es: rich`Nadie de aquí tiene pendiente nada que no haya visto ya alguien. Para proponer otra: ${mention("noche proponer", "título")}`,
  en: rich`Nobody here has anything on their watchlist that nobody has seen. To propose another: ${mention("noche proponer", "title")}`,
};
const NONE = { me: NONE_OF_MINE, group: NONE_OF_GROUP };
const NONE_FITS = {
  es: rich`Ninguna de las pendientes cabe en esta noche. Para proponer otra: ${mention("noche proponer", "título")}`,
  en: rich`None of the watchlist fits this night. To propose another: ${mention("noche proponer", "title")}`,
};
