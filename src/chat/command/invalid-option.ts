/** What zod found wrong with an option → a sentence that names it, what was given and what is expected. */
import { distance } from "fastest-levenshtein";
import type { z } from "zod";
import type { Words } from "../../words.js";
import type { Command } from "./command.js";
import { describe, type OptionDescriptor } from "./describe.js";
import { UserError } from "../errors.js";
import { longest } from "./options.js";
import { foldName, quoted } from "../text.js";

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
  return new UserError(
    Object.hasOwn(given, name) ? wrongValue(option, given[name]) : missing(command, option),
    {
      option: name,
    },
  );
}

function unknownOption(command: Command, name: string): UserError {
  const options = describe(command);
  const near = options.find((option) => distance(foldName(option.name), foldName(name).slice(0, 40)) <= 2);
  const typed = quoted(name);
  const has = options.map((option) => option.name).join(", ");
  return new UserError(
    {
      es: `/${command.name} no tiene la opción ${typed.es}. ${near ? `¿Quisiste decir «${near.name}»?` : `Tiene: ${has || "ninguna"}.`}`,
      en: `/${command.name} has no option ${typed.en}. ${near ? `Did you mean “${near.name}”?` : `It has: ${has || "none"}.`}`,
    },
    { option: name },
  );
}

function missing(command: Command, { words }: OptionDescriptor): Words {
  const example = command.examples[0];
  return {
    es: `Falta un dato: ${words.es.toLowerCase()}. Por ejemplo: /${example}`,
    en: `Something is missing: ${words.en.toLowerCase()}. For example: /${example}`,
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

function expected({ kind, min, max }: OptionDescriptor): Words {
  if (kind === "integer") {
    return { es: `un número entero entre ${min} y ${max}`, en: `a whole number between ${min} and ${max}` };
  }
  if (kind === "flag") return { es: "«sí» o «no»", en: "“yes” or “no”" };
  return {
    es: `un texto de 1 a ${longest(kind)} caracteres`,
    en: `a text of 1 to ${longest(kind)} characters`,
  };
}
