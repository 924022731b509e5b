/** What Discord refuses in the translations of a command, its options and their choices. */
import { isObject, list, object } from "../../json.js";
import type { Path } from "../../refused.js";
import type { Json } from "../../types.js";
import { type Found, type Rule, textRule } from "../rule.js";
import { CHAT, type CommandSubject, isName } from "./parts.js";

/** Discord's locales. */
export const LOCALES: readonly string[] = (
  "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja " +
  "zh-TW ko ar he"
).split(" ");

interface Named {
  readonly path: Path;
  readonly thing: Json;
  readonly kind: "command" | "option" | "choice";
}

function* named(thing: Json, path: Path, kind: Named["kind"]): Generator<Named> {
  yield { path, thing, kind };
  for (const [index, option] of list(thing.options).entries()) {
    yield* named(object(option), [...path, "options", index], "option");
  }
  for (const [index, choice] of list(thing.choices).entries()) {
    yield* named(object(choice), [...path, "choices", index], "choice");
  }
}

const all = ({ command, base }: CommandSubject) => named(command, base, "command");

function* translations(
  subject: CommandSubject,
  name: string,
  accept: (one: Named) => boolean,
): Generator<Found> {
  for (const one of all(subject)) {
    if (!accept(one) || !isObject(one.thing[name])) continue;
    for (const [locale, value] of Object.entries(one.thing[name])) yield [[...one.path, name, locale], value];
  }
}

export const localizationRules: readonly Rule<CommandSubject>[] = [
  {
    name: "localizations: languages that Discord has",
    check(subject, report) {
      for (const name of ["name_localizations", "description_localizations"]) {
        for (const [path] of translations(subject, name, () => true)) {
          if (LOCALES.includes(String(path.at(-1)))) continue;
          const message = `Value must be one of {${LOCALES.map((one) => `'${one}'`).join(", ")}}.`;
          report(path, "BASE_TYPE_CHOICES", message);
        }
      }
    },
  },
  textRule("translated names: 1 to 32", { min: 1, max: 32, required: true }, (subject) =>
    translations(subject, "name_localizations", ({ kind }) => kind !== "choice"),
  ),
  textRule("translated choices: 1 to 100", { min: 1, max: 100, required: true }, (subject) =>
    translations(subject, "name_localizations", ({ kind }) => kind === "choice"),
  ),
  textRule("translated descriptions: 1 to 100", { min: 1, max: 100, required: true }, (subject) =>
    translations(subject, "description_localizations", () => true),
  ),
  {
    name: "translated names: small letters, digits, - _ '",
    check(subject, report) {
      const chat = (subject.command.type ?? CHAT) === CHAT;
      const accept = ({ kind }: Named) => kind === "option" || (kind === "command" && chat);
      for (const [path, value] of translations(subject, "name_localizations", accept)) {
        if (!isName(value)) report(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
      }
    },
  },
];
