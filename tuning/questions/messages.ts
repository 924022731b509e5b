/** Messages as people write them to the bot, with the meanings that are right for each. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { OptionValues } from "../../src/chat/answer/schema.js";
import { PACKAGE_ROOT } from "../../src/package-root.js";

/**
 * A meaning in canonical form: a command and options with exact values. Instead of a command, null: no question about
 * films; `none`: a clear question that nobody here can answer; `ask-back`: so open that a question back is right.
 */
export interface AcceptedReading {
  readonly command: string | null;
  readonly options: OptionValues;
}

export interface Message {
  readonly text: string;
  readonly lang: "es" | "en";
  readonly kind: string;
  /** Every meaning that a sensible person would call right, best first. */
  readonly accept: readonly [AcceptedReading, ...AcceptedReading[]];
  readonly note?: string;
}

export interface MessageSet {
  readonly name: string;
  readonly messages: readonly Message[];
}

const OWN = join(PACKAGE_ROOT, "tuning/questions");
const SHARED = join(PACKAGE_ROOT, "../shared/eval/messages.dev.jsonl");

/** The sets that are there. */
export function messageSets(): { readonly sets: readonly MessageSet[]; readonly absent: readonly string[] } {
  const own = readdirSync(OWN).filter((name) => /^messages-.*\.jsonl$/u.test(name));
  const files = [SHARED, ...own.sort().map((name) => join(OWN, name))];
  return {
    sets: files.filter((file) => existsSync(file)).map(readMessages),
    absent: files.filter((file) => !existsSync(file)),
  };
}

/** @throws Error where the file is not there, or is none of messages */
export function readMessages(file: string): MessageSet {
  const lines = readFileSync(file, "utf8").split("\n");
  const messages = lines.flatMap((line, at) => (line.trim() === "" ? [] : [messageOf(line, file, at + 1)]));
  return { name: basename(file, ".jsonl"), messages };
}

function messageOf(line: string, file: string, at: number): Message {
  const message = JSON.parse(line) as Message;
  if (typeof message.text !== "string" || typeof message.kind !== "string" || !message.accept?.length) {
    throw new Error(`${file}:${at} is no message with accepted meanings`);
  }
  return message;
}
