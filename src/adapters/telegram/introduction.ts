/** What whoever runs the bot is told once it is connected: who it is, and where to find it and take it. */
import type { UserFromGetMe } from "grammy/types";
import type { Words } from "../../words.js";

export function introduction(me: UserFromGetMe): Words {
  const link = `https://t.me/${me.username}`;
  const told = [
    { es: `Telegram: soy @${me.username}, ${link}`, en: `Telegram: I am @${me.username}, ${link}` },
    me.can_join_groups
      ? { es: `para un grupo: ${link}?startgroup`, en: `for a group: ${link}?startgroup` }
      : {
          es: "nadie puede añadirme a grupos (@BotFather, /setjoingroups)",
          en: "nobody can add me to groups (@BotFather, /setjoingroups)",
        },
    me.can_read_all_group_messages
      ? {
          es: "la privacidad de grupos está desactivada: recibo todo lo que se dice en ellos",
          en: "group privacy is off: I am given all that is said in groups",
        }
      : {
          es: "la privacidad de grupos está activada: oigo comandos, menciones y respuestas",
          en: "group privacy is on: I hear commands, mentions and replies",
        },
    me.supports_inline_queries
      ? { es: "el modo en línea está activado", en: "inline mode is on" }
      : {
          es: "el modo en línea está desactivado (@BotFather, /setinline)",
          en: "inline mode is off (@BotFather, /setinline)",
        },
    ...(me.supports_guest_queries ? [{ es: "el modo invitado está activado", en: "guest mode is on" }] : []),
  ];
  return {
    es: `${told.map(({ es }) => es).join(" · ")}.`,
    en: `${told.map(({ en }) => en).join(" · ")}.`,
  };
}
