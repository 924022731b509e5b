/** A line that begins with a synonym of a command and has no slash: "saga star wars", "peli titanic". */
import { describe, type OptionDescriptor } from "../chat/command/describe.js";
import { commandNamed, readCall } from "../chat/command/names.js";
import { isVocabulary } from "../chat/command/vocabularies.js";
import type { Command, Edition, Understood } from "../chat/contract.js";
import { parseOptions } from "../chat/line/parse.js";
import { recognisedBy } from "../chat/line/positionals.js";
import type { Resolution } from "../find/port.js";

interface Knowing {
  readonly edition: Edition;
  readonly commands: readonly Command[];
  /** Whether any words will do for an option that takes free ones. */
  readonly takesAnything: boolean;
}

/**
 * The question that such a line asks. Synonyms are everyday words: undefined where what follows is not what the command
 * asks for, so that the line may be something else.
 */
export function askedBySynonym(text: string, knowing: Knowing): Understood | undefined {
  const { command, rest } = readCall(knowing.commands, text);
  if (!command) return undefined;
  try {
    const options = parseOptions(command, rest, recognisedBy(knowing.edition.find));
    const fits = describe(command).map((option) => fitOf(option, options[option.name], knowing));
    if (fits.includes("none")) return undefined;
    return { command, options, tentative: fits.includes("near") };
  } catch {
    // Words too many for that command, or a bug that whoever looks again meets and tells.
    return undefined;
  }
}

type Fit = "clear" | "near" | "none";

/** How well a text is a value of an option; a title is near where it is only nearly a film's. */
function fitOf({ kind, required }: OptionDescriptor, text: string | undefined, knowing: Knowing): Fit {
  if (text === undefined) return required ? "none" : "clear";
  const { find } = knowing.edition;
  switch (kind) {
    case "film": {
      const found = find.film(text);
      return found.kind === "found" && found.fit === "close" ? "near" : clearIfAny(found);
    }
    case "actor":
    case "director":
      return clearIfNamed(find.person(text, kind));
    case "collection":
    case "company":
      return clearIfAny(find[kind](text));
    case "command":
      return commandNamed(knowing.commands, text) ? "clear" : "none";
    case "text":
      return knowing.takesAnything ? "clear" : "none";
    default:
      return isVocabulary(kind) ? clearIfAny(find.term(kind, text)) : "clear";
  }
}

function clearIfAny(found: Resolution<unknown>): Fit {
  return found.kind === "none" ? "none" : "clear";
}

/** The same of somebody's name: who is only nearly called so is not meant for sure. */
function clearIfNamed(found: Resolution<unknown>): Fit {
  return found.kind === "found" && found.fit === "close" ? "near" : clearIfAny(found);
}
