/** What a night could not say in its chat: told once, to whoever leads or moderates and asks for the night. */

import type { Reply } from "../../src/chat/answer/reply.js";
import { joinTexts, type RichWords, rich } from "../../src/chat/answer/rich-text.js";
import type { RichText } from "../../src/chat/answer/schema.js";
import type { Context } from "../../src/chat/contract.js";
import { say } from "../../src/chat/locale.js";
import type { KeptNight } from "../../src/nights/kept.js";
import type { NightPost } from "../../src/store/port.js";
import type { Reached } from "./reached.js";
import { momentIn } from "./words/times.js";

/** The night, and above it what was not said, with what helps. */
export async function withUnsent<Result>(
  context: Context,
  { store, person, moderates }: Reached,
  { id, night, zone }: KeptNight,
  reply: Reply<Result>,
): Promise<Reply<Result>> {
  if (!(moderates || night.leader === person)) return reply;
  const unsent = (await store.nights.posts(id)).filter(({ kind }) => kind === "unsent");
  const last = unsent.at(-1);
  if (last === undefined) return reply;
  const told = say<RichText>(context.locale, wordsOf(context, last, zone));
  const { text = "" } = reply.answer;
  return {
    ...reply,
    answer: { ...reply.answer, text: text === "" ? told : joinTexts([told, text], "\n\n") },
    async onShown(message) {
      await reply.onShown?.(message);
      // Where it cannot be forgotten it is told again.
      for (const post of unsent) await store.nights.removePost(id, post).catch(() => undefined);
    },
  };
}

function wordsOf(
  { locale, place }: Context,
  { id: why, chat, topic, at }: NightPost,
  zone: string,
): RichWords {
  const time = momentIn(locale, at, zone);
  const isHere = place?.chat === chat && place.topic === topic;
  if (why === "refused")
    return isHere
      ? {
          es: rich`⚠️ El ${time} no me dejaron escribir aquí. Quien administra puede arreglarlo: que yo pueda ver este sitio y enviar mensajes (si es un tema o un hilo, que esté abierto).`,
          en: rich`⚠️ On ${time} I was not allowed to write here. Whoever administers can mend that: let me see this place and send messages (a topic or thread has to be open).`,
        }
      : {
          es: rich`⚠️ El ${time} no me dejaron escribir donde se abrió esta noche. Que yo pueda verlo y enviar mensajes allí (si es un tema o un hilo, que esté abierto); mientras tanto aviso aquí.`,
          en: rich`⚠️ On ${time} I was not allowed to write where this night was opened. Let me see that place and send messages (a topic or thread has to be open); until then I post here.`,
        };
  return isHere
    ? {
        es: rich`⚠️ El ${time} no pude escribir aquí: no encontraba este sitio, o yo no estaba dentro.`,
        en: rich`⚠️ On ${time} I could not write here: I did not find this place, or was not in it.`,
      }
    : {
        es: rich`⚠️ Donde se abrió esta noche ya no se puede escribir: el ${time} no encontré el sitio. Desde ahora aviso aquí.`,
        en: rich`⚠️ Nothing can be written any more where this night was opened: on ${time} I did not find it. From now on I post here.`,
      };
}
