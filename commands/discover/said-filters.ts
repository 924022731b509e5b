/** "Terror", "comedias españolas de los 80": what stands where a film's title may, and names films by what they are. */
import type { OptionValue, OptionValues } from "../../src/chat/answer/schema.js";
import type { Context } from "../../src/chat/contract.js";
import type { Steps } from "../../src/steps.js";
import { FILTER_OPTIONS } from "../shared/filter/options.js";

/** A person's films, asked for by name alone, are those they act in, or direct. */
const BY_PERSON: Readonly<Record<string, string>> = { actor: "actor", director: "director" };

/**
 * What a text asks of films, as sentences are understood, beside the other options that were given; undefined where it
 * is a title, or nothing of the kind.
 * @returns options of `/recomendar` without the title
 */
export function* saidFilters(context: Context, text: string): Steps<OptionValues | undefined> {
  // "Matrix + Amélie" names films.
  if (context.find.linkIn(text) !== undefined || /\s\+\s/u.test(text)) return undefined;
  if (context.find.knownTitle(text) !== undefined) return undefined;
  yield;
  const understood = yield* context.understand(text, context, context.commands);
  if (understood?.kind !== "question" || understood.tentative === true) return undefined;
  const said = optionsOf(understood.command.name, understood.options);
  if (said === undefined || Object.keys(said).length === 0 || !areKnown(context, said.tema)) return undefined;
  const { titulo: _, pagina: __, ...given } = context.asked.options;
  return { ...said, ...given };
}

/** Words that no theme is known by are a title that nobody knows. */
function areKnown({ find }: Context, themes: OptionValue | undefined): boolean {
  return !Array.isArray(themes) || themes.every((theme) => find.theme(String(theme)).kind === "found");
}

function optionsOf(command: string, options: OptionValues): OptionValues | undefined {
  const role = BY_PERSON[command];
  if (role !== undefined && options.nombre !== undefined) return { [role]: [String(options.nombre)] };
  if (command !== "descubrir" || options.tipo !== undefined) return undefined;
  const filters = FILTER_OPTIONS.flatMap((option) => {
    const value = options[option];
    return value === undefined ? [] : [[option, value] as const];
  });
  return Object.fromEntries([
    ...filters,
    ...(options.orden === "joya" ? [["menos_populares", true] as const] : []),
  ]);
}
