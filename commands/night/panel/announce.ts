/** What a night says in its chat by itself: that voting begins or is over, that it ends soon, that the film begins. */
import { joinTexts, type RichWords, rich } from "../../../src/chat/answer/rich-text.js";
import type { Answer, RichText } from "../../../src/chat/answer/schema.js";
import type { Context } from "../../../src/chat/contract.js";
import { type Locale, parseLocale, say } from "../../../src/chat/locale.js";
import { winnerOf } from "../../../src/events/night/ended.js";
import type { KeptNight } from "../../../src/nights/kept.js";
import { filmName } from "../words/films.js";
import { momentIn } from "../words/times.js";
import { panel, readingOf } from "./panel.js";

/**
 * - `closed`, `locked`, `moved`: that this happened: voting is over, or begins, or the group has another address.
 * - `vote`: that votes are taken for an hour more; `people` have not voted.
 * - `showing`: that the film begins soon.
 * - `attendance`: that it has been shown: who came?
 */
export type Announcement =
  | { readonly kind: "closed" | "locked" | "moved" }
  | { readonly kind: "vote"; readonly people: number }
  | { readonly kind: "showing" | "attendance" };

export interface Announcing {
  readonly what: Announcement;
  /** When it should have been said, where that is a while ago. */
  readonly missed?: Date;
  readonly now: Date;
}

/** In the language in which the night was opened. */
export function localeOf({ tag }: Pick<KeptNight, "tag">): Locale {
  return parseLocale(tag);
}

export function announcement(
  { catalog }: Pick<Context, "catalog">,
  kept: KeptNight,
  { what, missed, now }: Announcing,
): Answer {
  const reading = readingOf({ catalog }, kept);
  const { locale } = reading;
  const late = missed === undefined ? [] : [say<RichText>(locale, lateWords(locale, missed, kept.zone))];
  const told = say<RichText>(locale, wordsOf(reading, kept, what));
  const answer = panel(reading, kept, now);
  // How it came out stands in the panel itself.
  const text = [...late, told, ...(answer.text === undefined ? [] : [answer.text])];
  return {
    ...answer,
    text: joinTexts(
      text.filter((part) => part !== ""),
      "\n\n",
    ),
  };
}

function lateWords(locale: Locale, missed: Date, zone: string): RichWords {
  const at = momentIn(locale, missed, zone);
  return {
    es: rich`Llego tarde: esto tocaba el ${at}, y yo no estaba.`,
    en: rich`I am late: this was due on ${at}, and I was away.`,
  };
}

function wordsOf(
  reading: Pick<Context, "catalog" | "locale">,
  kept: KeptNight,
  what: Announcement,
): RichWords {
  const { night, zone } = kept;
  switch (what.kind) {
    case "closed":
      return { es: "La votación terminó.", en: "Voting is over." };
    case "locked":
      return { es: "Ya no se propone más: a votar.", en: "No more proposals: time to vote." };
    case "moved":
      return {
        es: "El grupo es ahora un supergrupo, y la noche sigue aquí con todos sus votos.",
        en: "The group is a supergroup now, and the night goes on here with all its votes.",
      };
    case "vote": {
      const until = momentIn(reading.locale, night.deadline, zone);
      return {
        es: rich`Se vota hasta el ${until}: falta el voto de ${what.people}.`,
        en: rich`Votes are taken until ${until}: ${what.people} ${what.people === 1 ? "has" : "have"} not voted yet.`,
      };
    }
    case "attendance": {
      const film = filmName(reading, winnerOf(night) ?? 0);
      return {
        es: `¿Qué tal ${film}? Di con un botón si fuiste, o si no.`,
        en: `How was ${film}? Say with a button whether you were there.`,
      };
    }
    case "showing": {
      const winner = winnerOf(night);
      const film = winner === null ? undefined : filmName(reading, winner);
      const at =
        night.showing === null ? "" : momentIn(reading.locale, night.showing.instant, night.showing.zone);
      return film === undefined
        ? { es: rich`La noche es el ${at}.`, en: rich`The night is on ${at}.` }
        : { es: rich`Se ve ${film} el ${at}.`, en: rich`${film} is shown on ${at}.` };
    }
  }
}
