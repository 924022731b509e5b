/**
 * A night as its chat sees it: what is proposed, how it stands (or that this is hidden), until when, who comes; and the
 * buttons. It shows nobody's ballot, whoever presses.
 */

import { mention, rich } from "../../../src/chat/answer/rich-text.js";
import type { Answer, Line, RichText } from "../../../src/chat/answer/schema.js";
import type { Context } from "../../../src/chat/contract.js";
import { capitalised, count, list, number } from "../../../src/chat/format.js";
import { type Locale, parseLocale, say } from "../../../src/chat/locale.js";
import { standings, winnerOf } from "../../../src/events/night/ended.js";
import { shownTally } from "../../../src/events/night/outcome.js";
import { isOpen, type Phase, phaseOf } from "../../../src/events/night/phase.js";
import { running, vetoed } from "../../../src/events/night/running.js";
import type { Night } from "../../../src/events/night/state.js";
import type { Tally } from "../../../src/events/voting/tally.js";
import type { KeptNight } from "../../../src/nights/kept.js";
import { cardOf } from "../../shared/card.js";
import { filmLabels, filmName, type Reading } from "../words/films.js";
import { HOW_TO_VOTE, METHOD_NAMES } from "../words/methods.js";
import { outcomeText, VOTES } from "../words/outcome.js";
import { TIE_NAMES } from "../words/ties.js";
import { momentIn } from "../words/times.js";
import { buttons } from "./buttons.js";

/** Whoever reads it: all in its chat, in the language in which the night was opened. */
export function readingOf({ catalog }: Pick<Context, "catalog">, { tag }: KeptNight): Reading {
  return { catalog, locale: parseLocale(tag) };
}

export function panel(reading: Reading, kept: KeptNight, now: Date): Answer {
  const { night } = kept;
  const phase = phaseOf(night, now);
  const open = isOpen(phase);
  return {
    kind: "list",
    title: `🎬 ${night.rules.title}`,
    glance: glance(reading, kept, phase, now),
    ...(open || night.ending === null ? {} : { text: endText(reading, night) }),
    list: { numbered: night.ending?.kind === "closed", lines: lines(reading, night) },
    actions: buttons({ kept, now, label: filmLabels(reading), locale: reading.locale }),
    footer: footer(reading, night, phase),
  };
}

function glance(reading: Reading, { night, zone }: KeptNight, phase: Phase, now: Date): RichText[] {
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
  if (showing !== null && (night.ending === null || winnerOf(night) !== null)) {
    const at = momentIn(locale, showing.instant, showing.zone);
    shown.push(
      Date.parse(showing.instant) > now.getTime()
        ? say<RichText>(locale, { es: rich`Se ve el ${at}.`, en: rich`It is shown on ${at}.` })
        : say<RichText>(locale, { es: rich`Se vio el ${at}.`, en: rich`It was shown on ${at}.` }),
    );
  }
  shown.push(...[votersLine(locale, night, phase), comingLine(locale, night)].flat());
  shown.push(...rulesLine(locale, night, phase));
  if (night.leader === null && phase !== "cancelled") shown.push(say(locale, NOBODY_LEADS));
  return shown;
}

const NOBODY_YET = { es: "Nadie ha votado todavía", en: "Nobody has voted yet" };
const NOBODY_VOTED = { es: "Nadie votó", en: "Nobody voted" };
const VOTED_THEN = {
  es: { one: "persona votó", other: "personas votaron" },
  en: { one: "person voted", other: "people voted" },
};
const VOTED = {
  es: { one: "persona ha votado", other: "personas han votado" },
  en: { one: "person has voted", other: "people have voted" },
};

function votersLine(locale: Locale, { ballots, rules: { quorum } }: Night, phase: Phase): string[] {
  if (phase === "proposing" || phase === "cancelled") return [];
  const voted =
    ballots.size === 0
      ? say(locale, phase === "closed" ? NOBODY_VOTED : NOBODY_YET)
      : count(locale, ballots.size, phase === "closed" ? VOTED_THEN : VOTED);
  const needed =
    phase === "closed"
      ? { es: ` (${quorum === 1 ? "hacía" : "hacían"} falta ${quorum})`, en: ` (it took ${quorum})` }
      : { es: ` (${quorum === 1 ? "hace" : "hacen"} falta ${quorum})`, en: ` (it takes ${quorum})` };
  const of = quorum > 0 ? say(locale, needed) : "";
  return [`${voted}${of}.`];
}

const NOBODY_LEADS = {
  es: "Nadie lleva esta noche: la lleva quien pulse «La llevo yo».",
  en: "Nobody leads this night: whoever presses “I will lead it” does.",
};

/** What it was opened with, as far as it is said and still matters: who may propose what, and how much each may. */
function rulesLine(locale: Locale, { rules }: Night, phase: Phase): string[] {
  if (!isOpen(phase)) return [];
  const { runtimeLimit, platform, proposedBy, proposalsEach, vetoesEach, votesEach } = rules;
  const films = [
    ...(runtimeLimit === null
      ? []
      : [say(locale, { es: `${runtimeLimit} minutos como mucho`, en: `${runtimeLimit} minutes at most` })]),
    ...(platform === null ? [] : [say(locale, { es: `en ${platform}`, en: `on ${platform}` })]),
    ...(phase === "voting"
      ? []
      : [
          proposedBy === "leader"
            ? say(locale, { es: "propone quien la lleva", en: "whoever leads proposes" })
            : say(locale, {
                es: `${count(locale, proposalsEach, PROPOSALS)} por persona`,
                en: `${count(locale, proposalsEach, PROPOSALS)} each`,
              }),
        ]),
    ...(votesEach === null
      ? []
      : [
          say(locale, {
            es: `se ${votesEach === 1 ? "vota" : "votan"} ${votesEach} como mucho`,
            en: `votes for ${votesEach} at most`,
          }),
        ]),
    ...(vetoesEach === 0
      ? []
      : [
          say(locale, {
            es: `${count(locale, vetoesEach, VETOES)} por persona`,
            en: `${count(locale, vetoesEach, VETOES)} each`,
          }),
        ]),
  ];
  const [first = "", ...others] = films;
  return films.length === 0 ? [] : [`${[capitalised(locale, first), ...others].join(", ")}.`];
}

const PROPOSALS = {
  es: { one: "propuesta", other: "propuestas" },
  en: { one: "proposal", other: "proposals" },
};
const VETOES = { es: { one: "veto", other: "vetos" }, en: { one: "veto", other: "vetoes" } };

function comingLine(locale: Locale, { answers, attendance }: Night): string[] {
  const came = [...attendance.values()].filter((one) => one).length;
  if (came > 0)
    return [
      say(locale, {
        es: came === 1 ? "Vino 1 persona." : `Vinieron ${came} personas.`,
        en: came === 1 ? "1 person came." : `${came} people came.`,
      }),
    ];
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
  if (night.ending?.kind === "closed") {
    const kept = (night.carriedOver ?? []).map(({ film }) => filmName(reading, film));
    const carried = say(reading.locale, {
      es: ` Quedan para la próxima: ${list(reading.locale, kept)}.`,
      en: ` Kept for the next night: ${list(reading.locale, kept)}.`,
    });
    return `${outcomeText(reading, night)}${kept.length > 0 ? carried : ""}`;
  }
  return say(reading.locale, { es: "Esta noche se canceló.", en: "This night was cancelled." });
}

function lines(reading: Reading, night: Night): Line[] {
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
  ];
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
