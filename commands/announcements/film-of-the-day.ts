/** The film of the day, as it is posted. */
import type { Answer } from "../../src/chat/answer/schema.js";
import type { Context } from "../../src/chat/contract.js";
import { count } from "../../src/chat/format.js";
import { say } from "../../src/chat/locale.js";
import type { FilmOfTheDay } from "../../src/queries/discover/film-of-the-day.js";
import { folds } from "../film/folds.js";
import { glance } from "../film/glance.js";
import { filmActions } from "../personal/films/film-buttons.js";
import { cardOf } from "../shared/card.js";
import { filmLinks, posterOf } from "../shared/film-frame.js";
import { heading } from "../shared/words/wording.js";

/** What something that is posted by itself is put into words with. */
export type Posting = Pick<Context, "catalog" | "find" | "locale" | "settings">;

export function filmOfTheDayAnswer(posting: Posting, { card, years }: FilmOfTheDay): Answer {
  const { locale, settings } = posting;
  const isFolded = settings.synopses === "folded";
  const synopsis = isFolded ? null : say(locale, { es: card.synopsisEs, en: card.overview });
  const released =
    years === undefined
      ? []
      : say(locale, {
          es: `Se estrenó tal día como hoy, hace ${count(locale, years, YEARS)}.`,
          en: `It came out on this day, ${count(locale, years, YEARS)} ago.`,
        });
  const text = [released, synopsis ?? []].flat().join("\n\n");
  const title = say(locale, { es: "La película del día", en: "The film of the day" });
  return {
    kind: "film",
    title: `${title}: ${heading(locale, card.film)}`,
    glance: glance(posting, card),
    ...(text === "" ? {} : { text }),
    ...(isFolded ? { folds: folds(posting, card).filter(({ spoiler }) => spoiler) } : {}),
    ...posterOf(locale, card.film, card.poster),
    follow: [{ label: say(locale, { es: "Ficha", en: "Card" }), ...cardOf(card.film) }],
    actions: filmActions(locale, card.film),
    links: filmLinks({ locale, settings }, card),
    notice: true,
  };
}

const YEARS = { es: { one: "año", other: "años" }, en: { one: "year", other: "years" } };
