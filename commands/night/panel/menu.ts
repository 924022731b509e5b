/**
 * What one person does with a night beside what all see: a menu of their own, in their language, with what they may do now
 * and nothing else. On Discord nobody else sees it, on Telegram nobody else can press it.
 */
import { mention, rich } from "../../../src/chat/answer/rich-text.js";
import type { Action, Answer, RichText } from "../../../src/chat/answer/schema.js";
import { say } from "../../../src/chat/locale.js";
import { isOpen, phaseOf } from "../../../src/events/night/phase.js";
import { running, vetoed } from "../../../src/events/night/running.js";
import type { Night } from "../../../src/events/night/state.js";
import { namedBy } from "../../../src/events/voting/ballot.js";
import type { KeptNight } from "../../../src/nights/kept.js";
import type { Words } from "../../../src/words.js";
import { filmLabels, type Reading } from "../words/films.js";
import { LABELS } from "../words/labels.js";
import { ballotWords, starButtons } from "./ballots.js";
import { ACTION, FILMS_AT_ONCE, isEveningPast, type Press } from "./buttons.js";
import { evenings } from "./evenings.js";

export const MENUS = ["more", "vote", "veto", "withdraw", "ban", "cancel", "when"] as const;
export type Menu = (typeof MENUS)[number];

/** Who has it open, and what is shown of it. */
interface Opened {
  readonly person: string;
  readonly moderates: boolean;
  readonly menu: Menu;
  /** Of films, from 0. */
  readonly page?: number;
  /** The film that was pressed just now. */
  readonly film?: number;
  /** What a press has just done. */
  readonly told?: RichText;
}

interface Having extends Opened {
  readonly kept: KeptNight;
  readonly now: Date;
  readonly reading: Reading;
  readonly press: Press;
}

export function menuOf(reading: Reading, kept: KeptNight, now: Date, opened: Opened): Answer {
  const having = { ...opened, kept, now, reading, press: own(kept.id, reading) };
  const actions = actionsOf(having);
  const text = opened.told ?? textOf(having, actions.length > 0);
  return {
    kind: "figure",
    title: kept.night.rules.title,
    ...(text === "" ? {} : { text }),
    ...(actions.length > 0 ? { actions } : {}),
  };
}

/** `m`: that it stands in a menu, and what comes of it too. */
function own(night: string, { locale }: Reading): Press {
  return (action, state, label) => ({
    label: typeof label === "string" ? label : say(locale, label),
    action,
    state: { n: night, ...state, m: 1 },
  });
}

function textOf(having: Having, any: boolean): RichText {
  const { menu, reading, kept, person } = having;
  if (menu === "vote") return ballotWords(reading, kept, person);
  if (menu === "when" && any) return say<RichText>(reading.locale, WHEN);
  if (!any) return say(reading.locale, NOTHING);
  return menu === "more" ? "" : say(reading.locale, ASKED[menu === "when" ? "more" : menu]);
}

const WHEN = {
  es: rich`¿Cuándo se ve? Otra hora: ${mention("noche cuando", "viernes 21:30")}`,
  en: rich`When is it shown? Another time: ${mention("noche cuando", "friday 21:30")}`,
};
const NOTHING: Words = {
  es: "Ahora no hay nada más que puedas hacer: lo demás es de quien lleva la noche o modera.",
  en: "There is nothing more that you can do now: the rest is for whoever leads the night or moderates.",
};
const ASKED: Readonly<Record<Exclude<Menu, "vote" | "when">, Words>> = {
  more: { es: "¿Qué hacemos?", en: "What shall it be?" },
  veto: {
    es: "¿Cuál vetas? Sale de la votación; otra vez, para levantar el veto.",
    en: "Which one do you veto? It leaves the vote; once more to lift it.",
  },
  withdraw: { es: "¿Qué propuesta retiras?", en: "Which proposal do you withdraw?" },
  ban: {
    es: "¿Cuál sacas? Otra vez, para que vuelva.",
    en: "Which one do you ban? Once more to let it back.",
  },
  cancel: { es: "¿Cancelar la noche?", en: "Cancel the night?" },
};

function actionsOf(having: Having): Action[] {
  const { menu, press, kept, now } = having;
  const back = press(ACTION.view, { v: "more" }, LABELS.back);
  const below = (actions: Action[]) => (actions.length > 0 ? [...actions, back] : []);
  if (menu === "more") return more(having);
  if (menu === "when") return below(leads(having) ? times(having) : []);
  if (!isOpen(phaseOf(kept.night, now))) return [];
  switch (menu) {
    case "vote":
      return voting(having);
    case "veto":
      return below(films(having, ACTION.veto, vetoable(having), vetoed(kept.night)));
    case "withdraw":
      return below(films(having, ACTION.withdraw, withdrawable(having)));
    case "ban":
      return below(
        having.moderates ? films(having, ACTION.ban, proposed(kept.night), kept.night.banned) : [],
      );
    case "cancel":
      return below(leads(having) ? [press(ACTION.lead, { d: "cancel" }, LABELS.reallyCancel)] : []);
  }
}

function leads({ kept: { night }, person, moderates }: Having): boolean {
  return moderates || night.leader === person;
}

function more(having: Having): Action[] {
  const { kept, now, press, person } = having;
  const { night } = kept;
  const phase = phaseOf(night, now);
  const opens = (menu: Menu, label: Words) => press(ACTION.view, { v: menu }, label);
  if (!isOpen(phase)) return [...ofEvening(having), ...ofLead(having)];
  const voted = phase !== "proposing" && night.ballots.has(person);
  const canPropose = phase !== "voting";
  return [
    ...(voted ? [press(ACTION.mine, { d: "retract" }, LABELS.retract)] : []),
    ...(canPropose ? [press(ACTION.wanted, { g: 1 }, LABELS.wantedByGroup)] : []),
    ...(vetoable(having).length > 0 ? [opens("veto", LABELS.veto)] : []),
    ...(withdrawable(having).length > 0 ? [opens("withdraw", LABELS.withdraw)] : []),
    ...(leads(having) ? leading(having, canPropose) : []),
    ...ofLead(having),
  ];
}

function leading({ kept: { night }, moderates, press }: Having, canPropose: boolean): Action[] {
  return [
    ...(canPropose ? [press(ACTION.lead, { d: "lock" }, LABELS.lock)] : []),
    press(ACTION.lead, { d: "hour" }, LABELS.hour),
    press(ACTION.lead, { d: "day" }, LABELS.day),
    press(ACTION.view, { v: "when" }, LABELS.when),
    press(ACTION.lead, { d: "close" }, LABELS.close),
    ...(moderates && night.proposals.size > 0 ? [press(ACTION.view, { v: "ban" }, LABELS.ban)] : []),
    press(ACTION.view, { v: "cancel" }, LABELS.cancel),
  ];
}

/** Who leads lets others; who does not may take over where nobody does, or because they moderate. */
function ofLead(having: Having): Action[] {
  const { kept, person, moderates, press } = having;
  const { leader } = kept.night;
  if (leader === person) return [press(ACTION.lead, { d: "stepDown" }, LABELS.stepDown)];
  return leader === null || moderates ? [press(ACTION.lead, { d: "takeLead" }, LABELS.takeLead)] : [];
}

function ofEvening(having: Having): Action[] {
  const { kept, now, press } = having;
  const { night } = kept;
  if (!leads(having) || night.ending?.kind !== "closed" || night.ending.winner === null) return [];
  const said = [...night.answers].some(([who, answer]) => answer === "yes" && !night.attendance.has(who));
  return [
    ...(isEveningPast(night, now) && said ? [press(ACTION.allCame, {}, LABELS.allCame)] : []),
    press(ACTION.view, { v: "when" }, LABELS.when),
  ];
}

function proposed({ proposals }: Night): readonly number[] {
  return [...proposals.values()].filter(({ withdrawn }) => !withdrawn).map(({ film }) => film);
}

/** One's own vetoes, to be lifted, and what may still be vetoed; moderators lift those of others too. */
function vetoable({ kept: { night }, person, moderates }: Having): readonly number[] {
  const own = night.vetoes.get(person) ?? [];
  const out = vetoed(night);
  const left = moderates || own.length < night.rules.vetoesEach;
  return proposed(night).filter((film) =>
    out.has(film) ? moderates || own.includes(film) : left && !night.banned.has(film),
  );
}

function withdrawable(having: Having): readonly number[] {
  const { night } = having.kept;
  if (leads(having)) return proposed(night);
  if (phaseOf(night, having.now) === "voting") return [];
  return proposed(night).filter((film) => night.proposals.get(film)?.by === having.person);
}

function voting(having: Having): Action[] {
  const { kept, person, film, press } = having;
  const { night } = kept;
  const ballot = night.ballots.get(person);
  const named = new Set(ballot === undefined ? [] : namedBy(ballot));
  const all = running(night).map((one) => one.film);
  const stars = film === undefined || night.rules.method !== "score" ? [] : starButtons(press, film);
  return [...stars, ...films(having, ACTION.vote, all, named)];
}

/** A button for each film of the page, and the way to the next ones. */
function films(
  { reading, press, menu, page = 0 }: Having,
  action: string,
  all: readonly number[],
  active?: ReadonlySet<number>,
): Action[] {
  const pages = Math.max(1, Math.ceil(all.length / FILMS_AT_ONCE));
  const at = page % pages;
  const label = filmLabels(reading);
  const state = (film: number): Record<string, number> => (at === 0 ? { f: film } : { f: film, p: at });
  const next = `${say(reading.locale, LABELS.others)} (${at + 1}/${pages})`;
  return [
    ...all.slice(at * FILMS_AT_ONCE, (at + 1) * FILMS_AT_ONCE).map((film): Action => {
      const button = press(action, state(film), label(film));
      return active?.has(film) ? { ...button, active: true } : button;
    }),
    ...(pages > 1 ? [press(ACTION.view, { v: menu, p: (at + 1) % pages }, next)] : []),
  ];
}

const MINUTE = 60_000;

function times({ kept, now, press, reading }: Having): Action[] {
  const { night } = kept;
  const none = night.showing === null ? [] : [press(ACTION.when, { t: 0 }, LABELS.noTime)];
  return [
    ...evenings(reading.locale, kept, now).map(({ at, label }) =>
      press(ACTION.when, { t: Math.round(at.getTime() / MINUTE) }, label),
    ),
    ...none,
  ];
}
