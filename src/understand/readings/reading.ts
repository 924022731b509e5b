/** One way to read a sentence. */
import type { OptionValues } from "../../chat/answer/schema.js";
import { commandNamed } from "../../chat/command/names.js";
import type { Command, Understanding } from "../../chat/contract.js";
import type { Sentence } from "../spans/sentence.js";

/** What every reading is given. */
export interface Reader {
  readonly sentence: Sentence;
  readonly commands: readonly Command[];
}

/** How sure a reading is, from 0 to 1: 1 where all words are said by what was asked. */
export interface Reading {
  readonly understanding: Understanding;
  readonly score: number;
}

/** A question of a command; undefined where that is switched off. */
export function asks(
  { commands }: Pick<Reader, "commands">,
  name: string,
  options: OptionValues,
  score: number,
  more: { readonly tentative?: boolean; readonly continues?: boolean; readonly said?: string } = {},
): Reading | undefined {
  const command = commandNamed(commands, name);
  return command && { understanding: { kind: "question", command, options, ...more }, score };
}
