/** How a night came out, in two sentences: who won and why, and whether another method would have chosen otherwise. */
import { alternatives, count, decimal, list, number } from "../../../src/chat/format.js";
import { say } from "../../../src/chat/locale.js";
import { type Outcome, outcome } from "../../../src/events/night/outcome.js";
import type { Night } from "../../../src/events/night/state.js";
import type { TieRule } from "../../../src/events/voting/announced.js";
import type { Reason } from "../../../src/events/voting/reason.js";
import type { Words } from "../../../src/words.js";
import { filmName, type Reading } from "./films.js";
import { METHOD_NAMES } from "./methods.js";

export const VOTES = { es: { one: "voto", other: "votos" }, en: { one: "vote", other: "votes" } };
const PEOPLE = { es: { one: "persona", other: "personas" }, en: { one: "person", other: "people" } };
const STARS = { es: { one: "estrella", other: "estrellas" }, en: { one: "star", other: "stars" } };
/** A star is two points of a score. */
const POINTS = 2;

/** Of a night whose voting is over. */
export function outcomeText(reading: Reading, night: Night): string {
  const { locale } = reading;
  const came = outcome(night);
  const skipped = came.skipped.map((film) => filmName(reading, film));
  const instead =
    skipped.length === 0 || came.winner === null
      ? []
      : [
          say(locale, {
            es: `Se verá ${filmName(reading, came.winner)}, porque ${list(locale, skipped)} no se puede ver.`,
            en: `${filmName(reading, came.winner)} will be shown, because ${list(locale, skipped)} cannot be.`,
          }),
        ];
  return [...instead, whyWords(reading, came), otherwiseWords(reading, came)]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function whyWords(reading: Reading, { tally, reason, quorum, quorumMissed, voters }: Outcome): string {
  const { locale } = reading;
  const people = count(locale, voters, PEOPLE);
  if (quorumMissed)
    return say(locale, {
      es: `No ganó ninguna: ${voters === 1 ? "votó" : "votaron"} ${people} y ${quorum === 1 ? "hacía" : "hacían"} falta ${number(locale, quorum)}.`,
      en: `Nothing won: ${people} voted, and it took ${number(locale, quorum)}.`,
    });
  const [first, second] = tally.ranking;
  if (reason === null || first === undefined)
    return say(
      locale,
      tally.ranking.length === 0
        ? { es: "No ganó ninguna: no quedaba ninguna propuesta.", en: "Nothing won: no proposal was left." }
        : { es: "No ganó ninguna: nadie votó por ninguna.", en: "Nothing won: nobody voted for any." },
    );
  const winner = filmName(reading, first);
  const lead = second === undefined ? "" : marginWords(reading, reason, filmName(reading, second));
  const tie = reason.tie === null ? "" : say(locale, TIES[reason.tie.rule]);
  return `${say(locale, { es: `Ganó ${winner}`, en: `${winner} won` })} ${figures(reading, reason)}${lead}${tie}.`;
}

function figures({ locale }: Reading, reason: Reason): string {
  switch (reason.method) {
    case "approval":
      return say(locale, {
        es: `con ${count(locale, reason.votes, VOTES)} de ${count(locale, reason.of, PEOPLE)}`,
        en: `with ${count(locale, reason.votes, VOTES)} of ${count(locale, reason.of, PEOPLE)}`,
      });
    case "score":
      return say(locale, {
        es: `con ${count(locale, reason.sum / POINTS, STARS)} (${decimal(locale, reason.mean / POINTS, 1)} de media)`,
        en: `with ${count(locale, reason.sum / POINTS, STARS)} (${decimal(locale, reason.mean / POINTS, 1)} on average)`,
      });
    case "irv":
      return say(locale, {
        es: `en la ronda ${reason.round}, con ${reason.votes} de ${count(locale, reason.of, VOTES)}`,
        en: `in round ${reason.round}, with ${reason.votes} of ${count(locale, reason.of, VOTES)}`,
      });
    case "schulze":
      return say(locale, {
        es: `al vencer a ${reason.beaten} de ${reason.others} una contra una`,
        en: `by beating ${reason.beaten} of ${reason.others} one against one`,
      });
  }
}

function marginWords({ locale }: Reading, reason: Reason, second: string): string {
  if (reason.margin <= 0) return "";
  if (reason.method === "schulze")
    return say(locale, {
      es: ` (a ${second}, por ${reason.votes} a ${reason.against})`,
      en: ` (${second} by ${reason.votes} to ${reason.against})`,
    });
  const ahead = number(locale, reason.method === "score" ? reason.margin / POINTS : reason.margin);
  return say(locale, { es: `, ${ahead} más que ${second}`, en: `, ${ahead} more than ${second}` });
}

const TIES: Readonly<Record<TieRule, Words>> = {
  carried: {
    es: "; había empate, y traía más puntos de otra noche",
    en: "; there was a tie, and it brought more points from another night",
  },
  firstPlaces: {
    es: "; había empate, y más gente la puso primera",
    en: "; there was a tie, and more people put it first",
  },
  earlier: {
    es: "; había empate, y se propuso antes",
    en: "; there was a tie, and it was proposed earlier",
  },
  draw: { es: "; había empate, y lo decidió el sorteo", en: "; there was a tie, and lots were drawn" },
};

function otherwiseWords(reading: Reading, { otherwise, reason }: Outcome): string {
  const { locale } = reading;
  if (reason === null) return "";
  const { differing, agreeing } = otherwise;
  const named = (methods: readonly (keyof typeof METHOD_NAMES)[]) =>
    alternatives(
      locale,
      methods.map((method) => say(locale, METHOD_NAMES[method])),
    );
  if (differing.length === 0) {
    if (agreeing.length === 0) return "";
    return say(locale, {
      es: `Por ${named(agreeing)} habría ganado la misma.`,
      en: `By ${named(agreeing)} the same one would have won.`,
    });
  }
  const byFilm = new Map<number | null, (keyof typeof METHOD_NAMES)[]>();
  for (const { method, winner } of differing) byFilm.set(winner, [...(byFilm.get(winner) ?? []), method]);
  return [...byFilm]
    .map(([film, methods]) => {
      if (film === null)
        return say(locale, {
          es: `Por ${named(methods)} no habría ganado ninguna.`,
          en: `By ${named(methods)} nothing would have won.`,
        });
      const other = filmName(reading, film);
      return say(locale, {
        es: `Por ${named(methods)} habría ganado ${other}.`,
        en: `By ${named(methods)} ${other} would have won.`,
      });
    })
    .join(" ");
}
