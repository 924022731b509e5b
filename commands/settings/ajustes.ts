import { z } from "zod";
import { defineCommand } from "../../src/chat/command/command.js";
import { text } from "../../src/chat/command/options.js";
import type { Context } from "../../src/chat/contract.js";
import { languageSettings } from "../actions/language.js";
import { historyReply, setReply, shownReply } from "./actions.js";
import { placeToSet } from "./change.js";
import { settingCompletion } from "./completion.js";
import { maySet } from "./place.js";
import { readTyped } from "./typed.js";

/** Settings: everybody's own language, and for those who moderate what holds in their server or group. */
export const ajustes = defineCommand({
  names: { es: "ajustes", en: "settings" },
  synonyms: { es: ["ajuste", "configuracion"], en: ["setting", "config"] },
  summary: {
    es: "Tu idioma; y para quien modera, los ajustes del servidor o grupo",
    en: "Your language; and for moderators, the settings of the server or group",
  },
  effect: "write",
  options: z.strictObject({
    ajuste: text({
      es: "Ajuste",
      en: "Setting",
      help: {
        es: "Para quien modera: minimo, comandos, idioma… o historial",
        en: "For moderators: minimum, commands, language… or history",
      },
    }).optional(),
    valor: text({
      es: "Valor",
      en: "Value",
      help: {
        es: "Lo que ha de valer: 500, -retorno… o «quitar»",
        en: "What is to hold: 500, -retorno… or “clear”",
      },
    }).optional(),
    ambito: text({
      es: "Ámbito",
      en: "Scope",
      help: {
        es: "«aquí» es este canal, tema o hilo; «todo», el servidor o grupo",
        en: "“here” is this channel, topic or thread; “all” the server or group",
      },
    }).optional(),
  }),
  result: z.null(),
  positional: ["ajuste", "valor"],
  examples: ["ajustes"],
  completed: settingCompletion,
  run(context, { ajuste, valor, ambito }) {
    if (ajuste === undefined) return maySet(context) ? shownReply(context) : own(context);
    return typed(context, [ajuste, valor].filter((part) => part !== undefined).join(" "), ambito);
  },
});

function own(context: Context) {
  return { status: "ok", result: null, answer: languageSettings(context) } as const;
}

async function typed(context: Context, line: string, scope: string | undefined) {
  const wanted = readTyped(placeToSet(context), line, scope);
  switch (wanted.kind) {
    case "history":
      return historyReply(context, 0);
    case "show":
      return shownReply(context, wanted.of, wanted.at);
    case "set":
      return setReply(context, wanted);
  }
}
