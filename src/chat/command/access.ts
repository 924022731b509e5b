/** Who may ask for what. Platforms hide what somebody may not ask for; here it is checked, whatever they show. */
import { mention, type RichWords, rich } from "../answer/rich-text.js";
import type { Asker } from "../asking.js";
import type { Access, Program } from "../contract.js";
import { UserError } from "../errors/errors.js";

/** Whether a platform vouches for it that whoever asks may. Who runs the bot may ask for everything. */
export function mayAsk(
  access: Access,
  asker: Asker | undefined,
  { operators }: Pick<Program, "operators">,
): boolean {
  if (access === "anyone") return true;
  if (asker === undefined) return false;
  return operators.has(asker.id) || (access === "moderator" && asker.moderates);
}

/** @throws UserError where they may not */
export function refuseUnlessAllowed(
  access: Access,
  asker: Asker | undefined,
  program: Pick<Program, "operators">,
): void {
  if (access === "anyone" || mayAsk(access, asker, program)) return;
  throw new UserError("not_allowed", REFUSALS[access]);
}

const REFUSALS: Readonly<Record<Exclude<Access, "anyone">, RichWords>> = {
  moderator: {
    es: "Este comando es para quienes moderan el servidor o el grupo.",
    en: "This command is for those who moderate the server or group.",
  },
  operator: {
    es: rich`Eso solo lo puede pedir quien lleva el bot. Lo demás es para todos: ${mention("ayuda")} dice qué hay.`,
    en: rich`Only those who run the bot can ask for that. Everything else is for all: ${mention("ayuda")} says what there is.`,
  },
};
