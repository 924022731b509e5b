/** What zod found wrong with an option → a sentence that names it, what was given and what is expected. */
import { distance } from "fastest-levenshtein";
import type { z } from "zod";
import type { Words } from "../../words.js";
import { mention, type RichWords, rich } from "../answer/rich-text.js";
import type { Command } from "../contract.js";
import { UserError } from "../errors/errors.js";
import { foldName, MAX_QUESTION, quoted } from "../text.js";
import { describe, exampleOf, listedOptions, type OptionDescriptor } from "./describe.js";
import { MOST_LISTED } from "./options.js";

/** Tells the first of `issues`: people mend one thing at a time. */
export function invalidOption(
  command: Command,
  given: Readonly<Record<string, unknown>>,
  issues: readonly z.core.$ZodIssue[],
): UserError {
  // A misspelt name first: what is missing may be what was misspelt.
  const unknown = issues.find((issue) => issue.code === "unrecognized_keys");
  if (unknown) return unknownOption(command, unknown.keys[0] ?? "");
  const [issue] = issues;
  const name = String(issue?.path[0] ?? "");
  const option = describe(command).find((candidate) => candidate.name === name);
  if (!option)
    throw new Error(`/${command.name}: a check that belongs to no option failed: ${issue?.message}`);
  return Object.hasOwn(given, name)
    ? new UserError("invalid_parameter", wrongValue(option, given[name]), { option: name })
    : new UserError("missing_parameter", missing(command, option), { option: name });
}

function unknownOption(command: Command, name: string): UserError {
  const options = describe(command);
  const near = options.find((option) => distance(foldName(option.name), foldName(name).slice(0, 40)) <= 2);
  const typed = quoted(name);
  const has = listedOptions(command)
    .map((option) => option.name)
    .join(", ");
  const own = mention(command.name);
  return new UserError(
    "unknown_parameter",
    {
      es: rich`${own} no tiene la opción ${typed.es}. ${near ? `¿Quisiste decir «${near.name}»?` : `Tiene: ${has || "ninguna"}.`}`,
      en: rich`${own} has no option ${typed.en}. ${near ? `Did you mean “${near.name}”?` : `It has: ${has || "none"}.`}`,
    },
    { option: name },
  );
}

function missing(command: Command, { words }: OptionDescriptor): RichWords {
  const example = exampleOf(command);
  return {
    es: rich`Falta un dato: ${words.es.toLowerCase()}. Por ejemplo: ${example}`,
    en: rich`Something is missing: ${words.en.toLowerCase()}. For example: ${example}`,
  };
}

function wrongValue(option: OptionDescriptor, value: unknown): Words {
  const { words } = option;
  const { es, en } = expected(option);
  const got = quoted(value);
  return {
    es: `«${words.es}» ha de ser ${es}, y recibí ${got.es}.`,
    en: `“${words.en}” has to be ${en}; I got ${got.en}.`,
  };
}

function expected({ kind, many, min, max }: OptionDescriptor): Words {
  if (many) {
    const { es, en } = kind === "film" ? { es: "títulos", en: "titles" } : { es: "valores", en: "values" };
    return { es: `una lista de 1 a ${MOST_LISTED} ${es}`, en: `a list of 1 to ${MOST_LISTED} ${en}` };
  }
  if (kind === "integer") {
    return { es: `un número entero entre ${min} y ${max}`, en: `a whole number between ${min} and ${max}` };
  }
  if (kind === "flag") return { es: "«sí» o «no»", en: "“yes” or “no”" };
  if (kind === "number") {
    return { es: `un número entre ${min} y ${max}`, en: `a number between ${min} and ${max}` };
  }
  return {
    es: `un texto de 1 a ${MAX_QUESTION} caracteres`,
    en: `a text of 1 to ${MAX_QUESTION} characters`,
  };
}
