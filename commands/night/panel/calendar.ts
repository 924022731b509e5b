/** A night as a server's calendar tells of it. */
import type { Context } from "../../../src/chat/contract.js";
import { say } from "../../../src/chat/locale.js";
import { cut } from "../../../src/chat/text.js";
import { winnerOf } from "../../../src/events/night/ended.js";
import type { KeptNight } from "../../../src/nights/kept.js";
import { filmRowOf } from "../../../src/queries/refs/film.js";
import { filmName } from "../words/films.js";
import { readingOf } from "./panel.js";

/** How long a film is of which that is not known, and what is between the films of an evening. */
const USUAL_MINUTES = 120;
const AROUND_MINUTES = 15;
const MINUTE = 60_000;
const TITLE = 100;

export interface NightEntry {
  readonly title: string;
  readonly text: string;
  readonly where: string;
  readonly begins: Date;
  readonly ends: Date;
}

/** Null where there is nothing to come to. */
export function nightEntry({ catalog }: Pick<Context, "catalog">, kept: KeptNight): NightEntry | null {
  const { night } = kept;
  const winner = winnerOf(night);
  const { showing, ending, rules } = night;
  if (showing === null || ending?.kind === "cancelled" || (ending !== null && winner === null)) return null;
  const reading = readingOf({ catalog }, kept);
  const { locale } = reading;
  const film = winner === null ? undefined : filmName(reading, winner);
  const row = winner === null ? undefined : filmRowOf(catalog, winner);
  const minutes = (row === undefined ? undefined : catalog.films.runtime.get(row)) || USUAL_MINUTES;
  const begins = new Date(showing.instant);
  return {
    title: cut(film === undefined ? rules.title : `${film} — ${rules.title}`, TITLE),
    text:
      film === undefined
        ? say(locale, {
            es: "La película sale de la votación de /noche ver.",
            en: "The film is voted on: /night show.",
          })
        : say(locale, { es: `Ganó ${film}.`, en: `${film} won.` }),
    where: rules.platform ?? say(locale, { es: "En este servidor", en: "In this server" }),
    begins,
    ends: new Date(begins.getTime() + (minutes + AROUND_MINUTES) * MINUTE),
  };
}
