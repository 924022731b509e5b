/** The scores of a film as buttons: shows what somebody gave it, and with one of them keeps that. */
import { z } from "zod";
import type { Reply } from "../../../src/chat/answer/reply.js";
import type { Action } from "../../../src/chat/answer/schema.js";
import { defineAction } from "../../../src/chat/command/action.js";
import type { Context } from "../../../src/chat/contract.js";
import { storeOf } from "../../../src/chat/kept.js";
import { type Locale, say } from "../../../src/chat/locale.js";
import { type FilmRef, filmRefSchema } from "../../../src/queries/refs/film.js";
import type { Words } from "../../../src/words.js";
import { cardOf } from "../../shared/card.js";
import { shortHeading } from "../../shared/words/wording.js";
import { filmOfButton, noteMember } from "./film.js";
import {
  BEST,
  type Change,
  keepOpinion,
  NOTHING,
  opinionAnswer,
  opinionNow,
  SEEN,
  saidChange,
  saidOpinion,
} from "./opinion.js";

export const ratedSchema = z.object({
  film: filmRefSchema,
  score: z.int().min(1).max(BEST).nullable().describe("Null where it was not rated"),
  seen: z.boolean(),
});

export type Rated = z.infer<typeof ratedSchema>;

export const nota = defineAction({
  name: "nota",
  state: z.strictObject({
    film: z.coerce.number().int().positive(),
    /** As `opinion.ts` counts; undefined shows what there is. */
    nota: z.coerce.number().int().min(NOTHING).max(BEST).optional(),
    /** Whether the film goes back to the list. */
    w: z.coerce.number().int().min(0).max(1).optional(),
  }),
  async run(context, { film: id, nota: opinion, w }): Promise<Reply> {
    const film = filmOfButton(context, id);
    if (opinion === undefined) {
      await noteMember(context, await storeOf(context));
      return panel(context, film);
    }
    return changed(context, film, await keepOpinion(context, id, opinion, w === 1));
  },
});

/** What somebody gave a film, with a button for each score. */
export async function panel(context: Context, film: FilmRef): Promise<Reply<Rated>> {
  const { locale } = context;
  const { opinion, wanted } = await opinionNow(context, film.id);
  const also = wanted ? say(locale, WANTED) : "";
  return {
    status: "ok",
    result: { film, score: opinion > SEEN ? opinion : null, seen: opinion !== NOTHING },
    answer: opinionAnswer(
      context,
      film,
      `${saidOpinion(locale, opinion)}${also} ${say(locale, opinion > SEEN ? CHANGE : HOW)}`,
      scores(locale, film.id, opinion),
    ),
    aside: { privately: { command: "valorar", options: cardOf(film).options } },
  };
}

/** What was changed, with the way back. */
export function changed(context: Context, film: FilmRef, change: Change): Reply<Rated> {
  const { locale } = context;
  const { before, after } = change;
  const text = saidChange(locale, change);
  return {
    status: "ok",
    result: { film, score: after > SEEN ? after : null, seen: after !== NOTHING },
    answer: opinionAnswer(context, film, text, [
      ...(before === after ? [] : [undo(locale, film.id, change)]),
      nota.button(say(locale, after > SEEN ? OTHER : RATE), { film: film.id }),
    ]),
    aside: { text: `${shortHeading(locale, film)}: ${text}` },
  };
}

function undo(locale: Locale, film: number, { before, wanted }: Change): Action {
  const state = { film, nota: before, ...(wanted === "removed" ? { w: 1 } : {}) };
  return nota.button(say(locale, UNDO), state);
}

function scores(locale: Locale, film: number, opinion: number): Action[] {
  const each = Array.from({ length: BEST }, (_, at) => at + 1);
  return [
    ...each.map((score) => nota.button(String(score), { film, nota: score }, score === opinion)),
    ...(opinion > SEEN ? [nota.button(say(locale, NO_SCORE), { film, nota: SEEN })] : []),
    ...(opinion === NOTHING ? [] : [nota.button(say(locale, REMOVE), { film, nota: NOTHING })]),
  ];
}

const HOW: Words = { es: "¿Qué nota le das?", en: "How do you rate it?" };
const CHANGE: Words = { es: "¿Otra nota?", en: "Another score?" };
const WANTED: Words = { es: " Está en tus pendientes.", en: " It is on your watchlist." };
const UNDO: Words = { es: "Deshacer", en: "Undo" };
const OTHER: Words = { es: "Otra nota", en: "Another score" };
const RATE: Words = { es: "Ponerle nota", en: "Rate it" };
const NO_SCORE: Words = { es: "Sin nota", en: "No score" };
const REMOVE: Words = { es: "No la vi", en: "Not seen" };
