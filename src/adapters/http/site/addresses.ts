/**
 * Addresses of films, people, series of films and lists, below wherever the server is reached: "pelicula/603-matrix". The
 * number says which, the words are for people.
 */
import type { Asked } from "../../../chat/asking.js";
import { foldName } from "../../../chat/text.js";
import { queryOf } from "../server/reading/query.js";

/** What has a page of its own, as its address begins. */
export const PLACES = { film: "pelicula", person: "persona", collection: "saga" } as const;
export type Kind = keyof typeof PLACES;
export const DISCOVER = "descubrir";

/** The questions whose answers are pages: of which commands, by which option, with which exact value. */
const QUESTIONS: readonly {
  readonly kind: Kind;
  readonly commands: readonly string[];
  readonly option: string;
  readonly exact: RegExp;
}[] = [
  { kind: "film", commands: ["pelicula"], option: "titulo", exact: /^tmdb:(-?\d{1,10})$/u },
  { kind: "person", commands: ["actor", "director"], option: "nombre", exact: /^person:(-?\d{1,10})$/u },
  { kind: "collection", commands: ["franquicia"], option: "nombre", exact: /^collection:(-?\d{1,10})$/u },
];

/** Whether a command's answers may have a page of their own. */
export function mayHavePage(command: string): boolean {
  return command === DISCOVER || QUESTIONS.some(({ commands }) => commands.includes(command));
}

const LONGEST_SLUG = 60;

/** The address of a page. @param name what it is called; none gives one that leads to the one with the name */
export function addressOf(kind: Kind, id: number, name = ""): string {
  const slug = foldName(name)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/gu, "")
    .slice(0, LONGEST_SLUG)
    .replace(/-+$/u, "");
  return `${PLACES[kind]}/${id}${slug === "" ? "" : `-${encodeURIComponent(slug)}`}`;
}

/** The number in "603-matrix"; undefined where there is none. What the sources have no number for has one below 0. */
export function idIn(reference: string): number | undefined {
  const [, digits] = /^(-?\d{1,10})(?:-|$)/u.exec(reference) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** The page on which a question is answered; the chat, which asks it, where none is. */
export function pageOf(asked: Asked, line: string | undefined): string {
  return ownPageOf(asked) ?? (line === undefined ? "./" : `./?q=${encodeURIComponent(line)}`);
}

/** The same, where there is one. @param asked with exact values */
export function ownPageOf({ command, options }: Asked): string | undefined {
  if (command === DISCOVER) return `${DISCOVER}?${queryOf(options)}`;
  const question = QUESTIONS.find(({ commands }) => commands.includes(command));
  if (question === undefined || Object.keys(options).length !== 1) return undefined;
  const [, digits] = question.exact.exec(String(options[question.option])) ?? [];
  return digits === undefined ? undefined : addressOf(question.kind, Number(digits));
}
