/**
 * A night as its chat sees it: what is proposed, how it stands (or that this is hidden), until when, who comes; and the
 * buttons. It shows nobody's ballot, whoever presses.
 */

import { mention, rich } from "../../../src/chat/answer/rich-text.js";
import type { Action, Answer, Line, RichText } from "../../../src/chat/answer/schema.js";
import type { Context } from "../../../src/chat/contract.js";
import { capitalised, count, list, number } from "../../../src/chat/format.js";
import { type Locale, parseLocale, say } from "../../../src/chat/locale.js";
import { cut } from "../../../src/chat/text.js";
import { standings } from "../../../src/events/night/ended.js";
import { shownTally } from "../../../src/events/night/outcome.js";
import { isOpen, type Phase, phaseOf } from "../../../src/events/night/phase.js";
import { running, vetoed } from "../../../src/events/night/running.js";
import type { Night } from "../../../src/events/night/state.js";
import type { Tally } from "../../../src/events/voting/tally.js";
import type { KeptNight } from "../../../src/nights/kept.js";
import type { Words } from "../../../src/words.js";
import { cardOf } from "../../shared/card.js";
import { filmName, type Reading } from "../words/films.js";
import { HOW_TO_VOTE, METHOD_NAMES } from "../words/methods.js";
import { outcomeText, VOTES } from "../words/outcome.js";
import { momentIn } from "../words/times.js";
import { buttons, type View } from "./buttons.js";

/** Whoever reads it: all in its chat, in the language in which the night was opened. */
export function readingOf({ catalog }: Pick<Context, "catalog">, { tag }: KeptNight): Reading {
  return { catalog, locale: parseLocale(tag) };
}

/** A film is told by its whole name; a button has less room. */
const LABEL = 34;

export function labelled(reading: Reading): (film: number) => string {
  return (film) => cut(filmName(reading, film), LABEL);
}

/** Which buttons are shown: a view, and a page of its films. */
export interface Part {
  readonly view?: View;
  readonly page?: number;
}

export function panel(reading: Reading, kept: KeptNight, now: Date, part: Part = {}): Answer {
  const { night } = kept;
  const phase = phaseOf(night, now);
  const open = isOpen(phase);
  return {
    kind: "list",
    title: `🎬 ${night.rules.title}`,
    glance: glance(reading, kept, phase),
    ...(open || night.ending === null ? {} : { text: endText(reading, night) }),
    list: { numbered: night.ending?.kind === "closed", lines: lines(reading, night, open) },
    actions: actionsOf(reading, kept, now, part),
    footer: footer(reading, night, phase),
  };
}

function actionsOf(reading: Reading, kept: KeptNight, now: Date, { view = "main", page }: Part): Action[] {
  return buttons({ kept, now, view, page, label: labelled(reading), locale: reading.locale });
}

function glance(reading: Reading, { night, zone }: KeptNight, phase: Phase): RichText[] {
  const { locale } = reading;
  const { deadline, rules, showing } = night;
  const until = momentIn(locale, deadline, zone);
  const shown: RichText[] = [];
  if (phase === "proposing")
    shown.push(
      rules.proposalsUntil === null
        ? say(locale, {
            es: "Ahora se propone; después se vota.",
            en: "Films are proposed now, and voted on later.",
          })
        : say<RichText>(locale, {
            es: rich`Se propone hasta el ${momentIn(locale, rules.proposalsUntil, zone)}.`,
            en: rich`Films are proposed until ${momentIn(locale, rules.proposalsUntil, zone)}.`,
          }),
    );
  if (isOpen(phase))
    shown.push(
      say<RichText>(locale, {
        es: rich`Se vota hasta el ${until}.`,
        en: rich`Votes are taken until ${until}.`,
      }),
    );
  if (phase === "over")
    shown.push(
      say(locale, { es: "La votación terminó: cuento los votos.", en: "Voting is over: I am counting." }),
    );
  if (showing !== null) {
    const at = momentIn(locale, showing.instant, showing.zone);
    shown.push(say<RichText>(locale, { es: rich`Se ve el ${at}.`, en: rich`It is shown on ${at}.` }));
  }
  shown.push(...[votersLine(locale, night, phase), comingLine(locale, night)].flat());
  return shown;
}

const VOTED = {
  es: { one: "persona ha votado", other: "personas han votado" },
  en: { one: "person has voted", other: "people have voted" },
};

function votersLine(locale: Locale, { ballots, rules: { quorum } }: Night, phase: Phase): string[] {
  if (phase === "proposing" || phase === "cancelled") return [];
  const voted =
    ballots.size === 0
      ? say(locale, { es: "Nadie ha votado todavía", en: "Nobody has voted yet" })
      : count(locale, ballots.size, VOTED);
  const of = quorum > 0 ? say(locale, { es: ` (hacen falta ${quorum})`, en: ` (it takes ${quorum})` }) : "";
  return [`${voted}${of}.`];
}

function comingLine(locale: Locale, { answers }: Night): string[] {
  const by = (wanted: string) => [...answers.values()].filter((answer) => answer === wanted).length;
  const [yes, maybe, no] = [by("yes"), by("maybe"), by("no")];
  const parts = [
    ...(yes > 0 ? [say(locale, { es: yes === 1 ? "Viene 1" : `Vienen ${yes}`, en: `${yes} coming` })] : []),
    ...(maybe > 0 ? [say(locale, { es: `quizá ${maybe}`, en: `${maybe} maybe` })] : []),
    ...(no > 0 ? [say(locale, { es: no === 1 ? "no puede 1" : `no pueden ${no}`, en: `${no} cannot` })] : []),
  ];
  const [first = "", ...others] = parts;
  return parts.length === 0 ? [] : [`${[capitalised(locale, first), ...others].join(", ")}.`];
}

function endText(reading: Reading, night: Night): string {
  if (night.ending?.kind === "closed") return outcomeText(reading, night);
  return say(reading.locale, { es: "Esta noche se canceló.", en: "This night was cancelled." });
}

function lines(reading: Reading, night: Night, open: boolean): Line[] {
  const { locale } = reading;
  const tally = shownTally(night);
  const figures = tally === null ? undefined : figuresOf(locale, tally);
  const [vetoedFilms, inRunning] = [vetoed(night), running(night).map(({ film }) => film)];
  // While votes come in the order is that of the buttons; afterwards the first is the winner.
  const order = night.ending?.kind === "closed" ? inOrder(night, inRunning) : inRunning;
  const out = [...night.proposals.values()]
    .filter(({ film, withdrawn }) => !withdrawn && !inRunning.includes(film))
    .map(({ film }) => film);
  const line = (film: number): Line => {
    const details = [figures?.(film) ?? [], pointsOf(locale, night, film)].flat();
    return {
      head: filmName(reading, film),
      ...(details.length > 0 ? { details } : {}),
      asks: cardOf({ id: film }),
    };
  };
  return [
    ...order.map(line),
    ...out.map((film): Line => {
      const why = vetoedFilms.has(film) ? { es: "vetada", en: "vetoed" } : { es: "fuera", en: "out" };
      return { head: filmName(reading, film), details: [say(locale, why)], asks: cardOf({ id: film }) };
    }),
  ].slice(0, open ? undefined : 25);
}

function inOrder(night: Night, films: readonly number[]): readonly number[] {
  const ranked = standings(night);
  return [...ranked, ...films.filter((film) => !ranked.includes(film))];
}

function pointsOf(locale: Locale, { proposals }: Night, film: number): string[] {
  const points = proposals.get(film)?.points ?? 0;
  if (points === 0) return [];
  return [say(locale, { es: `viene de otra noche (${points})`, en: `from another night (${points})` })];
}

/** What stands behind a film in an open tally. */
function figuresOf(locale: Locale, tally: Tally): (film: number) => string | undefined {
  const votes = (value: number) => count(locale, value, VOTES);
  switch (tally.method) {
    case "approval": {
      const by = new Map(tally.approvals.map((one) => [one.film, one.votes]));
      return (film) => votes(by.get(film) ?? 0);
    }
    case "score": {
      const by = new Map(tally.scores.map((one) => [one.film, one]));
      // Two points a star.
      return (film) => `★ ${number(locale, (by.get(film)?.sum ?? 0) / 2)}`;
    }
    case "irv": {
      const by = new Map((tally.rounds[0]?.votes ?? []).map((one) => [one.film, one.votes]));
      return (film) => firsts(locale, by.get(film) ?? 0);
    }
    case "schulze": {
      const beaten = new Map(
        tally.films.map((film, row) => {
          const own = tally.pairwise[row] ?? [];
          return [film, own.filter((value, at) => value > (tally.pairwise[at]?.[row] ?? 0)).length];
        }),
      );
      return (film) =>
        say(locale, { es: `vence a ${beaten.get(film) ?? 0}`, en: `beats ${beaten.get(film) ?? 0}` });
    }
  }
}

const FIRST = {
  es: { one: "la pone primera", other: "la ponen primera" },
  en: { one: "puts it first", other: "put it first" },
};

function firsts(locale: Locale, value: number): string {
  return count(locale, value, FIRST);
}

function footer({ locale }: Reading, night: Night, phase: Phase): RichText {
  const { method, tally, tieBreak } = night.rules;
  const rules = [
    say(locale, {
      es: `Se cuenta por ${METHOD_NAMES[method].es}`,
      en: `Counted by ${METHOD_NAMES[method].en}`,
    }),
    ...(tally === "hidden"
      ? [say(locale, { es: "votos ocultos hasta el final", en: "votes hidden until the end" })]
      : []),
    say(locale, {
      es: `empates: ${list(
        locale,
        tieBreak.rules.map((rule) => TIE_NAMES[rule].es),
      )}`,
      en: `ties: ${list(
        locale,
        tieBreak.rules.map((rule) => TIE_NAMES[rule].en),
      )}`,
    }),
  ].join(" · ");
  if (!isOpen(phase)) return rules;
  const how = phase === "proposing" ? "" : `${say(locale, HOW_TO_VOTE[method])} `;
  if (phase === "voting") return `${how}${rules}.`;
  return say<RichText>(locale, {
    es: rich`${how}Para proponer: ${mention("noche proponer")}. ${rules}.`,
    en: rich`${how}To propose: ${mention("noche proponer")}. ${rules}.`,
  });
}

const TIE_NAMES: Readonly<Record<Night["rules"]["tieBreak"]["rules"][number], Words>> = {
  carried: { es: "los puntos de otra noche", en: "points from another night" },
  firstPlaces: { es: "la que más gente puso primera", en: "what most people put first" },
  earlier: { es: "la que se propuso antes", en: "what was proposed earlier" },
  draw: { es: "sorteo", en: "lots" },
};
