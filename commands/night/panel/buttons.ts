/** The buttons below a night. Anybody may press them: who may do what is decided when they are pressed. */
import type { Action } from "../../../src/chat/answer/schema.js";
import { type Locale, say } from "../../../src/chat/locale.js";
import { isOpen, phaseOf } from "../../../src/events/night/phase.js";
import { running, vetoed } from "../../../src/events/night/running.js";
import type { KeptNight } from "../../../src/nights/kept.js";
import type { Words } from "../../../src/words.js";

/** Names of the actions: short, because a button has room for 64 bytes. */
export const ACTION = {
  vote: "nv",
  mine: "nm",
  answer: "na",
  attend: "nt",
  view: "nw",
  veto: "nx",
  ban: "nb",
  withdraw: "nd",
  lead: "nl",
  propose: "np",
  wanted: "ni",
} as const;

/** Which of its buttons a night shows. */
export const VIEWS = ["main", "more", "veto", "withdraw", "ban", "cancel"] as const;
export type View = (typeof VIEWS)[number];

/** What those who lead do with one press. */
export const DEEDS = ["close", "lock", "hour", "day", "cancel", "skip", "reopen", "carry"] as const;
export type Deed = (typeof DEEDS)[number];

/** Films whose buttons are shown at once: with the others they are as many as Discord shows as buttons. */
const FILMS_AT_ONCE = 9;

/** With more of them there is no room beside them for another way to propose. */
const FILMS_BESIDE_WANTED = 8;

export interface Showing {
  readonly kept: KeptNight;
  readonly now: Date;
  readonly view: View;
  /** Of the films, from 0. */
  readonly page?: number;
  readonly label: (film: number) => string;
  readonly locale: Locale;
}

export function buttons(showing: Showing): Action[] {
  const { kept, now, view, locale } = showing;
  const { night } = kept;
  const phase = phaseOf(night, now);
  const press = pressing(kept.id, locale);
  if (night.ending !== null) return ofEnded(showing);
  // Until it is counted nobody can do anything but look again.
  if (!isOpen(phase)) return [press(ACTION.view, { v: "main" }, LABELS.refresh)];
  const back = press(ACTION.view, { v: "main" }, LABELS.back);
  switch (view) {
    case "main": {
      const votes = phase === "proposing" ? [] : films(showing, ACTION.vote, inRunning(kept));
      const mine = phase === "proposing" ? [] : [press(ACTION.mine, { d: "show" }, LABELS.mine)];
      const wanted =
        phase === "voting" || votes.length > FILMS_BESIDE_WANTED
          ? []
          : [alone(press(ACTION.wanted, {}, LABELS.wanted))];
      return [
        ...votes,
        ...answers(showing),
        ...mine,
        ...wanted,
        alone(press(ACTION.view, { v: "more" }, LABELS.more)),
      ];
    }
    case "more":
      return [...more(showing), back];
    case "veto":
      return [...films(showing, ACTION.veto, proposed(kept), vetoed(night)), back];
    case "withdraw":
      return [...films(showing, ACTION.withdraw, proposed(kept)), back];
    case "ban":
      return [...films(showing, ACTION.ban, proposed(kept), night.banned), back];
    case "cancel":
      return [press(ACTION.lead, { d: "cancel" }, LABELS.reallyCancel), back];
  }
}

type Press = (
  action: string,
  state: Readonly<Record<string, string | number>>,
  label: Words | string,
) => Action;

export function pressing(night: string, locale: Locale): Press {
  return (action, state, label) => ({
    label: typeof label === "string" ? label : say(locale, label),
    action,
    state: { n: night, ...state },
    shared: "update",
  });
}

/** What it shows is for whoever pressed alone: others go on with theirs. */
function alone(button: Action): Action {
  return { ...button, shared: "reply" };
}

function inRunning({ night }: KeptNight): readonly number[] {
  return running(night).map(({ film }) => film);
}

function proposed({ night }: KeptNight): readonly number[] {
  return [...night.proposals.values()].filter(({ withdrawn }) => !withdrawn).map(({ film }) => film);
}

/** A button for each film of the page, and the way to the next ones. */
function films(
  { kept, page = 0, label, locale, view }: Showing,
  action: string,
  all: readonly number[],
  active?: ReadonlySet<number>,
): Action[] {
  const press = pressing(kept.id, locale);
  const pages = Math.max(1, Math.ceil(all.length / FILMS_AT_ONCE));
  const at = page % pages;
  const shown = all.slice(at * FILMS_AT_ONCE, (at + 1) * FILMS_AT_ONCE);
  const state = (film: number): Record<string, number> => (at === 0 ? { f: film } : { f: film, p: at });
  return [
    ...shown.map((film): Action => {
      const button = press(action, state(film), label(film));
      return active?.has(film) ? { ...button, active: true } : button;
    }),
    ...(pages > 1
      ? [
          press(
            ACTION.view,
            { v: view, p: (at + 1) % pages },
            `${say(locale, LABELS.others)} (${at + 1}/${pages})`,
          ),
        ]
      : []),
  ];
}

function answers({ kept, locale }: Pick<Showing, "kept" | "locale">): Action[] {
  const press = pressing(kept.id, locale);
  return [
    press(ACTION.answer, { a: "yes" }, LABELS.yes),
    press(ACTION.answer, { a: "maybe" }, LABELS.maybe),
    press(ACTION.answer, { a: "no" }, LABELS.no),
  ];
}

function more({ kept: { id, night }, now, locale }: Showing): Action[] {
  const press = pressing(id, locale);
  const phase = phaseOf(night, now);
  const any = night.proposals.size > 0;
  return [
    ...(phase === "proposing" ? [] : [press(ACTION.mine, { d: "retract" }, LABELS.retract)]),
    ...(any ? [press(ACTION.view, { v: "veto" }, LABELS.veto)] : []),
    ...(any && phase !== "voting" ? [press(ACTION.view, { v: "withdraw" }, LABELS.withdraw)] : []),
    ...(phase === "voting" ? [] : [press(ACTION.lead, { d: "lock" }, LABELS.lock)]),
    press(ACTION.lead, { d: "hour" }, LABELS.hour),
    press(ACTION.lead, { d: "day" }, LABELS.day),
    press(ACTION.lead, { d: "close" }, LABELS.close),
    ...(any ? [press(ACTION.view, { v: "ban" }, LABELS.ban)] : []),
    press(ACTION.view, { v: "cancel" }, LABELS.cancel),
  ];
}

function ofEnded({ kept, now, locale }: Showing): Action[] {
  const { id, night } = kept;
  const press = pressing(id, locale);
  const reopen = press(ACTION.lead, { d: "reopen" }, LABELS.reopen);
  if (night.ending?.kind !== "closed") return [reopen];
  const { winner, ranking } = night.ending;
  const isPast = night.showing !== null && Date.parse(night.showing.instant) <= now.getTime();
  const came = [
    press(ACTION.attend, { a: "yes" }, LABELS.came),
    press(ACTION.attend, { a: "no" }, LABELS.cameNot),
  ];
  const evening = winner === null ? [] : isPast ? came : answers({ kept, locale });
  const skip = winner !== null && night.skipped.length < ranking.length;
  const carry = ranking.length > 1 && night.carriedOver === null;
  return [
    ...evening,
    ...(skip ? [press(ACTION.lead, { d: "skip" }, LABELS.skip)] : []),
    ...(carry ? [press(ACTION.lead, { d: "carry" }, LABELS.carry)] : []),
    reopen,
  ];
}

const LABELS = {
  refresh: { es: "Mirar otra vez", en: "Look again" },
  back: { es: "Atrás", en: "Back" },
  more: { es: "Más…", en: "More…" },
  others: { es: "Otras películas", en: "Other films" },
  mine: { es: "Mi voto", en: "My vote" },
  yes: { es: "Voy", en: "I'll come" },
  maybe: { es: "Quizá voy", en: "Maybe" },
  no: { es: "No puedo ir", en: "I can't" },
  came: { es: "Fui", en: "I was there" },
  cameNot: { es: "No fui", en: "I wasn't" },
  wanted: { es: "De mis pendientes", en: "From my watchlist" },
  retract: { es: "Retirar mi voto", en: "Take my vote back" },
  veto: { es: "Vetar…", en: "Veto…" },
  withdraw: { es: "Retirar una propuesta…", en: "Withdraw a proposal…" },
  lock: { es: "Basta de propuestas", en: "No more proposals" },
  hour: { es: "Una hora más", en: "One more hour" },
  day: { es: "Un día más", en: "One more day" },
  close: { es: "Cerrar ya", en: "Close now" },
  ban: { es: "Sacar una película…", en: "Ban a film…" },
  cancel: { es: "Cancelar la noche…", en: "Cancel the night…" },
  reallyCancel: { es: "Sí, cancelarla", en: "Yes, cancel it" },
  skip: { es: "No se puede ver: la siguiente", en: "It can't be shown: the next one" },
  carry: { es: "Guardar las demás para la próxima", en: "Keep the others for the next one" },
  reopen: { es: "Reabrir un día más", en: "Reopen for a day" },
} as const satisfies Readonly<Record<string, Words>>;
