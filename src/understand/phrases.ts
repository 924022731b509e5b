/** The phrases of commands → what finds, in a text, the command it asks and the values it names. */
import { type Phrase, type PhrasePart, parsePhrase } from "../chat/command/phrases.js";
import type { Command, Understood } from "../chat/contract.js";
import { foldName } from "../chat/text.js";
import { trimmed, unquoted } from "./trimmed.js";

interface CompiledPhrase {
  readonly command: Command;
  /** Reads a folded text in which a blank stands before every word; values are groups, named as options. */
  readonly pattern: RegExp;
}

/** What people may begin with before they ask. */
const OPENING = "(?: (?:y|oye|hola|hi|hey|please),?)?";

const compiled = new WeakMap<readonly Command[], readonly CompiledPhrase[]>();

/**
 * The question that `text` asks in a phrase of a command, values as written; undefined where it asks none.
 * Where several phrases fit, the one that leaves least to values says most. Takes time linear in the text's
 * length where phrases have one value.
 * @throws Error where a phrase is none: a bug of its command
 */
export function askedByPhrase(commands: readonly Command[], text: string): Understood | undefined {
  const asked = ` ${trimmed(text.normalize("NFC"), /[\s¿¡]/u, /[\s?!.…]/u)}`;
  const folded = foldInPlace(asked);
  let best: Understood | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const { command, pattern } of compiledPhrases(commands)) {
    const found = pattern.exec(folded);
    const options = found && valuesIn(asked, found.indices?.groups);
    if (!options) continue;
    const left = Object.values(options).reduce((sum, value) => sum + value.length, 0);
    if (left < fewest) [best, fewest] = [{ command, options }, left];
  }
  return best;
}

/** The values that a phrase found, by option; undefined where there is nothing in one but quotation marks. */
function valuesIn(
  text: string,
  groups: Readonly<Record<string, readonly [number, number] | undefined>> = {},
): Readonly<Record<string, string>> | undefined {
  const values = Object.entries(groups).flatMap(([option, place]) =>
    place === undefined ? [] : [[option, unquoted(text.slice(...place))] as const],
  );
  return values.every(([, value]) => value !== "") ? Object.fromEntries(values) : undefined;
}

function compiledPhrases(commands: readonly Command[]): readonly CompiledPhrase[] {
  const known = compiled.get(commands);
  if (known) return known;
  const phrases = commands.flatMap((command) =>
    [...command.phrases.es, ...command.phrases.en].map((phrase) => ({
      command,
      pattern: new RegExp(`^${OPENING}${source(parsePhrase(phrase))}$`, "du"),
    })),
  );
  compiled.set(commands, phrases);
  return phrases;
}

/** A blank belongs to the word behind it, so that a word which may be missing takes its own along. */
function source(phrase: Phrase): string {
  return phrase.map(sourceOf).join("");
}

function sourceOf(part: PhrasePart): string {
  if (part.kind === "either") return `(?:${part.phrases.map(source).join("|")})${part.optional ? "?" : ""}`;
  const blank = part.attached ? "" : " ";
  if (part.kind === "word") return blank + foldName(part.text).replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
  // As little as will do: a word that ends the phrase is not part of the value.
  return `${blank}(?<${part.option}>${part.oneWord ? "\\p{L}+?" : ".+?"})`;
}

/** Lower case without accents, each character where it was: what is found can be cut out as written. */
function foldInPlace(text: string): string {
  return text.replace(/[\p{L}\p{M}]/gu, (letter) => {
    const plain = foldName(letter);
    return plain.length === letter.length ? plain : letter;
  });
}
