/** What somebody says of a film: that they saw it, how they rate it, and how to take that back. */
import type { Action, Answer } from "../../../src/chat/answer/schema.js";
import type { Context } from "../../../src/chat/contract.js";
import { knownAsker, storeOf } from "../../../src/chat/kept.js";
import { type Locale, say } from "../../../src/chat/locale.js";
import type { FilmRef } from "../../../src/queries/refs/film.js";
import type { Repositories, Seen } from "../../../src/store/port.js";
import type { Words } from "../../../src/words.js";
import { cardOf } from "../../shared/card.js";
import { heading } from "../../shared/words/wording.js";
import { MOST_WANTED, noteMember } from "./film.js";

/** Of a film, in the few figures that a button has room for: nothing, seen, or a score. */
export const NOTHING = -1;
export const SEEN = 0;
export const BEST = 10;

export function opinionOf(seen: Seen | undefined): number {
  return seen === undefined ? NOTHING : (seen.score ?? SEEN);
}

export interface Change {
  readonly before: number;
  readonly after: number;
  /** Whether the film left the list of films to see by it, or came back to it. */
  readonly wanted: "removed" | "restored" | undefined;
}

/**
 * Keeps an opinion. What was seen is no longer to be seen: it leaves the list.
 * @param wanted whether the film goes back to the list: what was changed is taken back
 */
export async function keepOpinion(
  context: Context,
  film: number,
  opinion: number,
  wanted = false,
): Promise<Change> {
  const { id: person } = knownAsker(context);
  const store = await storeOf(context);
  const before = opinionOf(await setOpinion(store, person, film, opinion, context.now));
  if (wanted) await store.lists.add({ person }, film, person, context.now, MOST_WANTED);
  const removed = opinion === NOTHING ? undefined : await store.lists.remove({ person }, film);
  await noteMember(context, store);
  return { before, after: opinion, wanted: wanted ? "restored" : removed && "removed" };
}

function setOpinion({ ratings }: Repositories, person: string, film: number, opinion: number, now: Date) {
  if (opinion === NOTHING) return ratings.remove(person, film);
  return ratings.set(person, film, opinion === SEEN ? undefined : opinion, now);
}

export interface OpinionNow {
  readonly opinion: number;
  readonly wanted: boolean;
}

export async function opinionNow(context: Context, film: number): Promise<OpinionNow> {
  const { id: person } = knownAsker(context);
  const { ratings, lists } = await storeOf(context);
  const [seen, wanted] = await Promise.all([ratings.get(person, film), lists.has({ person }, film)]);
  return { opinion: opinionOf(seen), wanted };
}

/** "Le diste un 8." */
export function saidOpinion(locale: Locale, opinion: number): string {
  return say(locale, OPINIONS[opinion] ?? scoreWords(opinion));
}

const OPINIONS: Readonly<Record<number, Words>> = {
  [NOTHING]: { es: "Aún no la has visto ni valorado.", en: "You have neither seen nor rated it yet." },
  [SEEN]: { es: "La viste; sin nota.", en: "You saw it; no score." },
};

function scoreWords(score: number): Words {
  const article = score === 8 ? "an" : "a";
  return { es: `Le diste un ${score}.`, en: `You gave it ${article} ${score}.` };
}

/** What was done, in a sentence. */
export function saidChange(locale: Locale, { before, after, wanted }: Change): string {
  return say(locale, joined(done(before, after), wanted === undefined ? undefined : LIST[wanted]));
}

const LIST = {
  removed: { es: "Sale de tus pendientes.", en: "It leaves your watchlist." },
  restored: { es: "Vuelve a tus pendientes.", en: "It is back on your watchlist." },
} satisfies Record<string, Words>;

function done(before: number, after: number): Words {
  if (after === NOTHING)
    return {
      es: "Quitada: ya no está entre tus vistas.",
      en: "Removed: it is no longer among those you saw.",
    };
  if (after === SEEN) {
    if (before > SEEN)
      return {
        es: `Quitada la nota (era un ${before}); sigue como vista.`,
        en: `Score removed (it was ${before}); it still counts as seen.`,
      };
    return before === SEEN
      ? { es: "Ya estaba entre tus vistas.", en: "It counted as seen already." }
      : { es: "Anotada como vista.", en: "Noted as seen." };
  }
  if (before === after)
    return { es: `Ya le habías dado un ${after}.`, en: `You had given it ${after} already.` };
  return before > SEEN
    ? { es: `Guardado: un ${after} (antes, un ${before}).`, en: `Saved: ${after} (before, ${before}).` }
    : { es: `Guardado: un ${after}.`, en: `Saved: ${after}.` };
}

function joined(first: Words, second: Words | undefined): Words {
  return second === undefined ? first : { es: `${first.es} ${second.es}`, en: `${first.en} ${second.en}` };
}

/** What is told of one film to whoever says something of it. */
export function opinionAnswer(
  { locale }: Context,
  film: FilmRef,
  text: string,
  actions: readonly Action[],
): Answer {
  return {
    kind: "figure",
    title: heading(locale, film),
    text,
    actions,
    follow: [{ label: say(locale, CARD), ...cardOf(film) }],
  };
}

const CARD: Words = { es: "Ficha", en: "Card" };
