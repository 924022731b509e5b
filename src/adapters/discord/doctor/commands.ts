/** Whether Discord holds the commands that this program has. */
import type { Program } from "../../../chat/contract.js";
import { type Finding, good, warning } from "../../../surface/finding.js";
import { commandPayloads } from "../registration/command-payloads.js";
import { registered } from "../registration/registered.js";
import { isEntryPoint } from "../registration/registration.js";
import { sameCommands } from "../registration/same-commands.js";

export function commandFindings(held: readonly unknown[], program: Program): readonly Finding[] {
  const wanted = commandPayloads(registered(program));
  const own = held.filter((command) => !isEntryPoint(command));
  const kept = own.length < held.length ? [ENTRY_POINT_KEPT] : [];
  if (sameCommands(own, wanted)) {
    return [
      good({
        es: `Discord: los ${wanted.length} comandos están registrados y son los de este programa`,
        en: `Discord: the ${wanted.length} commands are registered and are those of this program`,
      }),
      ...kept,
    ];
  }
  const found =
    own.length === 0
      ? { es: "Discord: aún no hay comandos registrados", en: "Discord: no commands are registered yet" }
      : {
          es: `Discord: los ${own.length} comandos registrados no son los de este programa`,
          en: `Discord: the ${own.length} registered commands are not those of this program`,
        };
  return [
    warning(found, {
      es: "se registran solos al arrancar; o ya mismo, con «npm run discord -- register»",
      en: "they are registered by themselves at start; or right now, with “npm run discord -- register”",
    }),
    ...kept,
  ];
}

const ENTRY_POINT_KEPT = good({
  es: "Discord: la aplicación tiene una actividad y su comando de entrada (Entry Point) sigue ahí",
  en: "Discord: the application has an activity, and its Entry Point command is there",
});
