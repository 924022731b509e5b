/** What people ask in their own words: a title, or a question in one of the phrases that commands know. */
import type { FilmRow } from "../catalog/rows.js";
import type { OptionValue } from "../chat/answer/schema.js";
import { describe } from "../chat/command/describe.js";
import { commandNamed, nearestCommand, readHead } from "../chat/command/names.js";
import type { Command, Edition, Understand, Understanding } from "../chat/contract.js";
import type { Role } from "../find/port.js";
import { askedByPhrase } from "./phrases.js";
import { askedBySynonym } from "./synonyms.js";
import { unquoted } from "./trimmed.js";

/** The command whose answer is a film's card: what somebody wants who types nothing but a title. */
const CARD = "pelicula";

/**
 * In this order: a link that leads to a person, a franchise or a company; a film's exact title; a phrase; a command's
 * line without its slash, which is left to whoever reads lines; one that begins with a synonym of a command; a title
 * more or less; a misspelt command's line, left likewise; a title that no film has.
 */
export const understand: Understand = (text, edition, commands) => {
  // Without a letter or a figure there is nothing to look for.
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  const head = readHead(commands, text);
  if (head.command && head.rest.trim() === "" && isComplete(head.command)) return undefined;
  const linked = commandOfLink(edition, text);
  if (linked !== undefined) return only(commands, linked, text);
  const title = filmNamed(edition, text);
  const asked = askedByPhrase(commands, text);
  const called = head.command
    ? undefined
    : askedBySynonym(text, { edition, commands, takesAnything: title.fit === "none" });
  // "Como agua para chocolate" is a film before it asks for others like it. But words that may stand beside any title
  // are none of it where they ask for something: "nota titanic" names the same film as "titanic".
  const named = [...Object.values((asked ?? called)?.options ?? {}), head.command ? head.rest : ""];
  if (title.fit === "exact" && !named.some((value) => isSameTitle(edition, title, value))) {
    return only(commands, CARD, text);
  }
  if (asked) return { ...asked, kind: "question" };
  if (head.command) return undefined;
  if (called) return { ...called, kind: "question" };
  if (title.fit === "none" && nearestCommand(commands, head)) return undefined;
  return only(commands, CARD, text, title.fit === "close");
};

/** Whether a command says something when nothing but its name is typed. */
function isComplete(command: Command): boolean {
  return describe(command).every(({ required }) => !required);
}

/** A film that a text may name: by its title, by nearly that, as one of several, or not at all. */
interface NamedFilm {
  readonly fit: "exact" | "close" | "several" | "none";
  readonly film?: FilmRow;
}

function filmNamed({ find }: Pick<Edition, "find">, text: string): NamedFilm {
  try {
    const found = find.film(text);
    if (found.kind === "found") return { fit: found.fit, film: found.value };
    return { fit: found.kind === "choices" ? "several" : "none" };
  } catch {
    // A bug: the command that looks for the film again meets it, and tells it where bugs are told.
    return { fit: "several" };
  }
}

function isSameTitle(edition: Edition, { film }: NamedFilm, value: OptionValue): boolean {
  const named = filmNamed(edition, String(value));
  return named.fit === "exact" && named.film === film;
}

/** The command that answers for what a link leads to; undefined for a film's and where there is none. */
function commandOfLink(
  { find, catalog }: Pick<Edition, "find" | "catalog">,
  text: string,
): string | undefined {
  switch (find.linkIn(text)) {
    case "person":
      return roleOfLink({ find, catalog }, text) ?? "actor";
    case "page":
      return find.film(text).kind === "none" ? roleOfLink({ find, catalog }, text) : undefined;
    case "collection":
      return "franquicia";
    case "company":
      return "productora";
    default:
      return undefined;
  }
}

/** What the person is better known for whom a link leads to; undefined where it leads to none that is known. */
function roleOfLink({ find, catalog }: Pick<Edition, "find" | "catalog">, text: string): Role | undefined {
  const director = find.person(text, "director");
  const actor = find.person(text, "actor");
  if (director.kind !== "found") return actor.kind === "none" ? undefined : "actor";
  const { actedVotes, directedVotes } = catalog.people;
  const row = director.value;
  return (directedVotes[row] ?? 0) > (actedVotes[row] ?? 0) ? "director" : "actor";
}

/**
 * A question with the text as its only value; undefined where that command is switched off.
 * @param tentative whether it is only near a title
 */
function only(
  commands: readonly Command[],
  name: string,
  text: string,
  tentative = false,
): Understanding | undefined {
  const command = commandNamed(commands, name);
  const [option] = command?.positional ?? [];
  if (!command || option === undefined) return undefined;
  return { kind: "question", command, options: { [option]: unquoted(text) }, tentative };
}
