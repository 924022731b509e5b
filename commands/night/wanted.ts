/** Films of somebody's own watchlist, to be proposed with a press: those that fit the night and nobody proposed. */
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
import { cardOf } from "../shared/card.js";
import { shortHeading } from "../shared/words/wording.js";
import { ACTION, pressing } from "./panel/buttons.js";
import { labelled } from "./panel/panel.js";
import { limitsOf } from "./propose.js";
import type { Reached } from "./reached.js";
import type { NightResult } from "./result.js";

/** Films offered at once; the newest of the list. */
const MOST = 10;

const SAID: ReadonlySet<string> = new Set([
  ...["pendientes", "mis pendientes", "de mis pendientes", "de pendientes"],
  ...["watchlist", "my watchlist", "from my watchlist"],
]);

/** Whether what was typed for a title asks for one's own watchlist. */
export function saysWatchlist(title: string): boolean {
  return SAID.has(foldName(title.trim()));
}

export async function wantedFor(
  context: Context,
  { store, community, person }: Reached,
  kept: KeptNight,
): Promise<Reply<NightResult>> {
  const { catalog, locale, now } = context;
  const [wanted, seen] = await Promise.all([
    store.lists.all({ person }),
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
    .filter(({ film }) => fits(film))
    .flatMap(({ film }) => filmOfId(catalog, film) ?? [])
    .slice(0, MOST);
  if (films.length === 0) {
    const text = say<RichText>(locale, wanted.length === 0 ? NONE : NONE_FITS);
    return { status: "empty", result: null, answer: { kind: "empty", text }, aside: { text: said(context) } };
  }
  const press = pressing(kept.id, locale);
  const label = labelled(context);
  return {
    status: "ok",
    result: null,
    cacheable: false,
    answer: {
      kind: "list",
      title: say(locale, {
        es: "De tus pendientes, para la noche",
        en: "From your watchlist, for the night",
      }),
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
    aside: { text: said(context) },
  };
}

/** For where one person among others can only be told a few words. */
function said({ locale }: Context): string {
  return say(locale, {
    es: "Escribe /noche proponer, sin título: salen tus pendientes.",
    en: "Type /noche proponer without a title: it shows your watchlist.",
  });
}

const OTHER = {
  es: rich`Otra: ${mention("noche proponer", "título")}`,
  en: rich`Another one: ${mention("noche proponer", "title")}`,
};
const NONE = {
  es: rich`No tienes pendientes. Se añaden con ➕ en la ficha de una película. Para proponer otra: ${mention("noche proponer", "título")}`,
  en: rich`Your watchlist is empty. ➕ on a film's card adds to it. To propose another: ${mention("noche proponer", "title")}`,
};
const NONE_FITS = {
  es: rich`Ninguna de tus pendientes cabe en esta noche. Para proponer otra: ${mention("noche proponer", "título")}`,
  en: rich`None of your watchlist fits this night. To propose another: ${mention("noche proponer", "title")}`,
};
