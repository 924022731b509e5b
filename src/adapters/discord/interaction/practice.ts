/** A question as Discord would send it, which nobody asked: answered to be ready for those that come. */
import type { OptionValues } from "../../../chat/answer/schema.js";
import type { Bot } from "../../../chat/contract.js";
import { parseLine } from "../../../chat/line/parse.js";
import { recognisedBy } from "../../../chat/line/positionals.js";
import { INTERACTION, OPTION } from "../protocol.js";
import type { Responder } from "./responder.js";

/** Of what is typed so many characters are completed. */
const TYPED = 6;

/** Takes a command as typed through all that answers it, and its first words through completion. */
export async function practise(responder: Responder, line: string, { program, edition }: Bot): Promise<void> {
  const { command, options } = parseLine(program.commands, line, recognisedBy(edition.find));
  const given = optionsOf(options);
  await responder.respond(interactionOf(INTERACTION.command, command.name, given));
  const [first, ...others] = given;
  if (typeof first?.value !== "string") return;
  const typing = { ...first, value: first.value.slice(0, TYPED), focused: true };
  await responder.respond(interactionOf(INTERACTION.autocomplete, command.name, [typing, ...others]));
}

function optionsOf(options: OptionValues) {
  return Object.entries(options).map(([name, value]) => ({
    name,
    type: typeof value === "number" ? OPTION.integer : OPTION.string,
    value: Array.isArray(value) ? value.join(", ") : value,
  }));
}

/** From nobody, at no place. */
function interactionOf(type: number, command: string, options: readonly object[]): object {
  const [name, sub] = command.split(" ");
  const given = sub === undefined ? options : [{ type: OPTION.subcommand, name: sub, options }];
  return { id: "1", application_id: "1", token: "practice", type, data: { name, type: 1, options: given } };
}
