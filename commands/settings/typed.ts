/** "/ajustes minimo 500 aquí" → what is wanted. */
import type { Place } from "../../src/chat/asking.js";
import { UserError } from "../../src/chat/errors/errors.js";
import { foldName, quoted } from "../../src/chat/text.js";
import type { Level } from "../../src/settings/declaration.js";
import { DECLARED, type SettingKey } from "../../src/settings/declared.js";
import { levelsFor, levelTyped, offered } from "./place.js";
import { clears } from "./value.js";

export type Typed =
  | { readonly kind: "history" }
  | { readonly kind: "show"; readonly of: SettingKey; readonly at: Level | undefined }
  | { readonly kind: "set"; readonly of: SettingKey; readonly at: Level; readonly to: string | undefined };

const HISTORY: ReadonlySet<string> = new Set(["historial", "cambios", "history", "changes"]);

/**
 * @param text what follows the command, without the scope where that was an option of its own
 * @throws UserError where it names no setting, or no scope of the place
 */
export function readTyped(place: Place, text: string, scope: string | undefined): Typed {
  const folded = foldName(text);
  if (HISTORY.has(folded)) return { kind: "history" };
  const { of, rest } = settingNamed(place, folded);
  const last = /(?:^|\s)(\S+)$/u.exec(rest)?.[1] ?? "";
  // Where the last word is the whole value it is one: "respuestas todos".
  const trailing = scope === undefined && last !== rest ? levelTyped(place, last) : undefined;
  const at = scope === undefined ? trailing : levelOfOption(place, scope);
  const value = trailing === undefined ? rest : rest.slice(0, -last.length).trim();
  if (value === "") return { kind: "show", of, at };
  const usual = levelsFor(place, of)[0] ?? "community";
  return { kind: "set", of, at: at ?? usual, to: clears(value) ? undefined : value };
}

function settingNamed(place: Place, folded: string): { readonly of: SettingKey; readonly rest: string } {
  const named = offered(place)
    .flatMap((of) => namesOf(of).map((name) => ({ of, name })))
    .filter(({ name }) => folded === name || folded.startsWith(`${name} `))
    .sort((one, other) => other.name.length - one.name.length)[0];
  if (named === undefined) throw unknownSetting(place, folded);
  return { of: named.of, rest: folded.slice(named.name.length).trim() };
}

function namesOf(key: SettingKey): readonly string[] {
  const { typed, name } = DECLARED[key];
  return [...typed.es, ...typed.en, foldName(name.es), foldName(name.en)];
}

function levelOfOption(place: Place, scope: string): Level {
  const level = levelTyped(place, scope);
  if (level !== undefined) return level;
  const typed = quoted(scope);
  const words = {
    es: `${typed.es} no es un ámbito de aquí: puede ser «todo» o «aquí».`,
    en: `${typed.en} is no scope of this place: it may be “all” or “here”.`,
  };
  throw new UserError("invalid_parameter", words, { option: "ambito" });
}

function unknownSetting(place: Place, folded: string): UserError {
  const typed = quoted(folded);
  const names = (language: "es" | "en") =>
    offered(place)
      .map((key) => DECLARED[key].typed[language][0])
      .join(", ");
  return new UserError(
    "invalid_parameter",
    {
      es: `No hay ningún ajuste ${typed.es}. Los que hay: ${names("es")}; y historial.`,
      en: `There is no setting ${typed.en}. Those there are: ${names("en")}; and history.`,
    },
    { option: "ajuste" },
  );
}
