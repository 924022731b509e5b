/** What Telegram says of the bot itself: its name, and what @BotFather was told of it. */
import { z } from "zod";
import { type Finding, good, warning } from "../../../surface/finding.js";

export const meSchema = z.object({
  username: z.string(),
  can_join_groups: z.boolean().default(true),
  can_read_all_group_messages: z.boolean().default(false),
  supports_inline_queries: z.boolean().default(false),
});

export function meFindings(me: z.output<typeof meSchema>): readonly Finding[] {
  return [
    good({
      es: `Telegram: el token vale, y es de @${me.username}: https://t.me/${me.username}`,
      en: `Telegram: the token is valid, and is @${me.username}'s: https://t.me/${me.username}`,
    }),
    groups(me),
    me.supports_inline_queries ? INLINE : NO_INLINE,
  ];
}

function groups({
  can_join_groups: joins,
  can_read_all_group_messages: readsAll,
}: z.output<typeof meSchema>) {
  if (!joins) return NO_GROUPS;
  return readsAll ? NO_PRIVACY : PRIVACY;
}

const NO_GROUPS = warning(
  { es: "Telegram: no se le puede añadir a grupos", en: "Telegram: it cannot be added to groups" },
  {
    es: "si lo quieres en grupos: a @BotFather, /setjoingroups → tu bot → Enable",
    en: "if you want it in groups: to @BotFather, /setjoingroups → your bot → Enable",
  },
);

const PRIVACY = good({
  es: "Telegram: en los grupos solo le llega lo que se le dice a él (modo de privacidad)",
  en: "Telegram: in groups it is only told what is said to it (privacy mode)",
});

const NO_PRIVACY = warning(
  {
    es: "Telegram: en los grupos le llega todo lo que se escribe, y no le hace falta",
    en: "Telegram: in groups it is told everything that is written, and does not need it",
  },
  {
    es: "a @BotFather, /setprivacy → tu bot → Enable; después, sácalo de cada grupo y vuelve a añadirlo",
    en: "to @BotFather, /setprivacy → your bot → Enable; then remove it from each group and add it again",
  },
);

const INLINE = good({
  es: "Telegram: se le puede preguntar desde cualquier chat (modo inline)",
  en: "Telegram: it can be asked from any chat (inline mode)",
});

const NO_INLINE = warning(
  {
    es: "Telegram: no se le puede preguntar desde otros chats (modo inline apagado)",
    en: "Telegram: it cannot be asked from other chats (inline mode is off)",
  },
  {
    es: "a @BotFather, /setinline → tu bot → un texto corto, como «Una película…»",
    en: "to @BotFather, /setinline → your bot → a short text, like “A film…”",
  },
);
