/**
 * A peer: the phrases that commands declare, as patterns over the whole message, and nothing else. Where several fit,
 * the one that leaves least to values says most.
 */
import type { OptionValues } from "../../../src/chat/answer/schema.js";
import { type Phrase, type PhrasePart, parsePhrase } from "../../../src/chat/command/phrases.js";
import type { Bot, Command } from "../../../src/chat/contract.js";
import { dispatch } from "../../../src/chat/dispatch.js";
import { understoodOf as understoodBy } from "../../../src/chat/sentence/understood.js";
import { foldName } from "../../../src/chat/text.js";
import { asking } from "./understood.js";
import type { Understanding } from "./verdict.js";

interface CompiledPhrase {
  readonly command: Command;
  /** Reads a folded text in which a blank stands before every word; values are groups, named as options. */
  readonly pattern: RegExp;
}

/** What people may begin with before they ask. */
const OPENING = "(?: (?:y|oye|hola|hi|hey|please),?)?";

/** @returns what makes something of a message; it never rejects */
export function phrasesOf(bot: Bot): (text: string) => Promise<Understanding> {
  const phrases = compiled(bot.program.commands);
  return async (text) => {
    const asked = askedByPhrase(phrases, text);
    if (!asked) return { understood: null, outcome: undefined };
    const { command, options } = asked;
    const outcome = await dispatch(bot, command, options, asking());
    return { understood: understoodBy(bot, outcome), outcome };
  };
}

interface Asked {
  readonly command: Command;
  readonly options: OptionValues;
}

function askedByPhrase(phrases: readonly CompiledPhrase[], text: string): Asked | undefined {
  const bare = text.normalize("NFC").replace(/^[\s¿¡]+/u, "");
  const asked = ` ${bare.replace(/(?<![\s?!.…])[\s?!.…]+$/u, "")}`;
  const folded = foldInPlace(asked);
  const fitting = phrases.flatMap(({ command, pattern }) => {
    const found = pattern.exec(folded);
    const options = found && valuesIn(asked, found.indices?.groups);
    return options ? [{ command, options, left: Object.values(options).join("").length }] : [];
  });
  return fitting.sort((a, b) => a.left - b.left)[0];
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

function unquoted(value: string): string {
  return value.replace(/^["'«“\s]+/u, "").replace(/(?<!["'»”\s])["'»”\s]+$/u, "");
}

function compiled(commands: readonly Command[]): readonly CompiledPhrase[] {
  return commands.flatMap((command) =>
    [...command.phrases.es, ...command.phrases.en].map((phrase) => ({
      command,
      pattern: new RegExp(`^${OPENING}${source(parsePhrase(phrase))}$`, "du"),
    })),
  );
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
