/** The page that shows a night to whoever has its address: what stands on it, and who is offered the address. */
import type { Reply } from "../../src/chat/answer/reply.js";
import type { Answer } from "../../src/chat/answer/schema.js";
import type { Context } from "../../src/chat/contract.js";
import { say } from "../../src/chat/locale.js";
import type { KeptNight } from "../../src/nights/kept.js";
import { panel } from "./panel/panel.js";
import type { Reached } from "./reached.js";
import type { NightResult } from "./result.js";
import type { Reading } from "./words/films.js";
import { METHOD_NAMES } from "./words/methods.js";

/** What its chat sees of it, without what can only be done there. */
export function nightPage(reading: Reading, kept: KeptNight, now: Date): Answer {
  const { kind, title, glance, text, list } = panel(reading, kept, now);
  const { method, tally } = kept.night.rules;
  const counted = METHOD_NAMES[method];
  const footer = say(reading.locale, {
    es: `Se cuenta por ${counted.es}${tally === "hidden" ? ", con los votos ocultos hasta el final" : ""}. Aquí solo se mira: se vota en el chat.`,
    en: `Counted by ${counted.en}${tally === "hidden" ? ", with votes hidden until the end" : ""}. This page only shows: votes are taken in the chat.`,
  });
  return { kind, title, glance, text, list, footer };
}

/** The night as all see it, with the address of its page for whoever leads or moderates. */
export async function withPage(
  { ports, locale }: Context,
  { person, moderates }: Reached,
  { id, night }: KeptNight,
  reply: Reply<NightResult>,
): Promise<Reply<NightResult>> {
  const { nightPages } = ports;
  if (nightPages === undefined || !(moderates || night.leader === person)) return reply;
  const label = say(locale, { es: "Página para mirar", en: "Page to watch" });
  const links = [...(reply.answer.links ?? []), { label, url: await nightPages.addressOf(id) }];
  return { ...reply, answer: { ...reply.answer, links } };
}
