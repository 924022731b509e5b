/** Somebody's list of films to see: put on it, taken off it. */
import { z } from "zod";
import type { Reply } from "../../../src/chat/answer/reply.js";
import type { Action } from "../../../src/chat/answer/schema.js";
import { defineAction } from "../../../src/chat/command/action.js";
import type { Context } from "../../../src/chat/contract.js";
import { knownAsker, storeOf } from "../../../src/chat/kept.js";
import { type Locale, say } from "../../../src/chat/locale.js";
import { type FilmRef, filmRefSchema } from "../../../src/queries/refs/film.js";
import type { Words } from "../../../src/words.js";
import { shortHeading } from "../../shared/words/wording.js";
import { filmOfButton, MOST_WANTED, noteMember } from "./film.js";
import { opinionAnswer, opinionNow, SEEN } from "./opinion.js";

export const wantedSchema = z.object({ film: filmRefSchema, wanted: z.boolean() });

export type Wanted = z.infer<typeof wantedSchema>;

/** Puts a film on the list, or takes it off: which of both, the button says; where it says nothing, the other one. */
export const pendiente = defineAction({
  name: "pendiente",
  state: z.strictObject({
    film: z.coerce.number().int().positive(),
    a: z.enum(["on", "off"]).optional(),
  }),
  async run(context, { film: id, a }): Promise<Reply> {
    const film = filmOfButton(context, id);
    const isOn = a ?? ((await opinionNow(context, id)).wanted ? "off" : "on");
    return isOn === "off" ? takeOffList(context, film) : putOnList(context, film);
  },
});

export async function putOnList(context: Context, film: FilmRef): Promise<Reply<Wanted>> {
  const { locale, now } = context;
  const { id: person } = knownAsker(context);
  const store = await storeOf(context);
  const { opinion } = await opinionNow(context, film.id);
  const kept = await store.lists.add({ person }, film.id, person, now, MOST_WANTED);
  await noteMember(context, store);
  const again = kept === "added" && opinion >= SEEN ? say(locale, SEEN_ALREADY) : "";
  const actions = kept === "added" ? [button(locale, UNDO, film, "off")] : [];
  return reply(context, film, `${say(locale, ADDED[kept])}${again}`, { wanted: kept !== "full", actions });
}

export async function takeOffList(context: Context, film: FilmRef): Promise<Reply<Wanted>> {
  const { locale } = context;
  const { id: person } = knownAsker(context);
  const store = await storeOf(context);
  const removed = await store.lists.remove({ person }, film.id);
  await noteMember(context, store);
  const actions = removed === undefined ? [] : [button(locale, UNDO, film, "on")];
  return reply(context, film, say(locale, removed === undefined ? NOT_THERE : REMOVED), {
    wanted: false,
    actions,
  });
}

function button(locale: Locale, label: Words, { id }: FilmRef, a: "on" | "off"): Action {
  return pendiente.button(say(locale, label), { film: id, a });
}

function reply(
  context: Context,
  film: FilmRef,
  text: string,
  { wanted, actions }: { readonly wanted: boolean; readonly actions: readonly Action[] },
): Reply<Wanted> {
  const answer = opinionAnswer(context, film, text, actions);
  const list = { label: say(context.locale, MY_LIST), command: "pendientes", options: {} };
  return {
    status: "ok",
    result: { film, wanted },
    answer: { ...answer, follow: [...(answer.follow ?? []), list] },
    aside: { text: `${shortHeading(context.locale, film)}: ${text}` },
  };
}

const ADDED = {
  added: { es: "Añadida a tus pendientes.", en: "Added to your watchlist." },
  already: { es: "Ya estaba en tus pendientes.", en: "It was on your watchlist already." },
  full: {
    es: "Tu lista está llena: quita alguna antes.",
    en: "Your list is full: remove one first.",
  },
} satisfies Record<string, Words>;
const SEEN_ALREADY: Words = { es: " Ya la habías visto.", en: " You have seen it before." };
const REMOVED: Words = { es: "Quitada de tus pendientes.", en: "Removed from your watchlist." };
const NOT_THERE: Words = { es: "No estaba en tus pendientes.", en: "It was not on your watchlist." };
const UNDO: Words = { es: "Deshacer", en: "Undo" };
const MY_LIST: Words = { es: "Mis pendientes", en: "My watchlist" };
