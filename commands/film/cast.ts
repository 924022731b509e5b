/** Who plays in a film, each with the way to their other films. */
import type { Answer } from "../../src/chat/answer/schema.js";
import type { Context } from "../../src/chat/contract.js";
import { say } from "../../src/chat/locale.js";
import type { Card } from "../../src/queries/film/card.js";
import { cardOf } from "../shared/card.js";
import { posterOf } from "../shared/film-frame.js";
import { heading } from "../shared/words/wording.js";

export function castAnswer({ locale }: Context, { film, cast, poster }: Card): Answer {
  const back = { label: say(locale, { es: "Ficha", en: "Card" }), ...cardOf(film) };
  const none = say(locale, { es: "No sé quién actúa en ella.", en: "I don't know who acts in it." });
  const lines = cast.map(({ id, name }) => ({
    head: name,
    asks: { command: "actor", options: { nombre: `person:${id}` } },
  }));
  return {
    kind: "film",
    title: heading(locale, film),
    ...(lines.length === 0
      ? { text: none }
      : { list: { heading: say(locale, { es: "Reparto:", en: "Cast:" }), numbered: true, lines } }),
    ...posterOf(locale, film, poster),
    follow: [back],
  };
}
