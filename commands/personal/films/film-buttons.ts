/** What anybody may press below a film's card, for themselves: rate it, have seen it, want to see it. */
import { z } from "zod";
import type { Reply } from "../../../src/chat/answer/reply.js";
import type { Action, Answer } from "../../../src/chat/answer/schema.js";
import { defineAction } from "../../../src/chat/command/action.js";
import type { Context } from "../../../src/chat/contract.js";
import { type Locale, say } from "../../../src/chat/locale.js";
import type { FilmRef } from "../../../src/queries/refs/film.js";
import { filmOfButton } from "./film.js";
import { changed, nota, type Rated } from "./nota.js";
import { keepOpinion, NOTHING, opinionAnswer, opinionNow, SEEN, saidOpinion } from "./opinion.js";
import { pendiente } from "./wanted.js";

/** Seen or not; a score is never lost by it. */
export const vista = defineAction({
  name: "vista",
  state: z.strictObject({ film: z.coerce.number().int().positive() }),
  async run(context, { film: id }): Promise<Reply> {
    return seenOrNot(context, filmOfButton(context, id));
  },
});

/** Where it was not seen it is now, and the other way round. */
export async function seenOrNot(context: Context, film: FilmRef): Promise<Reply<Rated>> {
  const { opinion } = await opinionNow(context, film.id);
  if (opinion > SEEN) return hasScore(context, film, opinion);
  return changed(context, film, await keepOpinion(context, film.id, opinion === NOTHING ? SEEN : NOTHING));
}

function hasScore(context: Context, film: FilmRef, opinion: number): Reply<Rated> {
  const { locale } = context;
  const seen = say(locale, { es: "Ya figura como vista.", en: "It counts as seen already." });
  const text = `${seen} ${saidOpinion(locale, opinion)}`;
  const remove = say(locale, { es: "Quitar nota y vista", en: "Remove score and seen" });
  return {
    status: "ok",
    result: { film, score: opinion, seen: true },
    answer: opinionAnswer(context, film, text, [nota.button(remove, { film: film.id, nota: NOTHING })]),
    aside: { text },
  };
}

/** None where nobody is known or nothing is kept. A card does not ask what whoever reads it said of the film. */
export function filmButtons({ locale, asker, ports }: Context, film: FilmRef): Pick<Answer, "actions"> {
  return asker === undefined || ports.store === undefined ? {} : { actions: filmActions(locale, film) };
}

/** The buttons themselves, for whoever presses them. */
export function filmActions(locale: Locale, { id: film }: Pick<FilmRef, "id">): readonly Action[] {
  return [
    nota.sharedButton(say(locale, { es: "⭐ Valorar", en: "⭐ Rate" }), { film }, "reply"),
    vista.sharedButton(say(locale, { es: "✔ Vista", en: "✔ Seen" }), { film }, "reply"),
    pendiente.sharedButton(say(locale, { es: "➕ Pendiente", en: "➕ To watch" }), { film }, "reply"),
  ];
}
