/**
 * Addresses of films, people, series of films and lists, below wherever the server is reached: "pelicula/603-matrix". The
 * number says which, the words are for people.
 */
import type { OptionValues } from "../../../chat/answer/schema.js";
import type { Asked } from "../../../chat/asking.js";
import { foldName } from "../../../chat/text.js";

/** What has a page of its own, as its address begins. */
export const PLACES = { film: "pelicula", person: "persona", collection: "saga" } as const;
export type Kind = keyof typeof PLACES;
export const DISCOVER = "descubrir";

/** Which command's question a page of each kind answers, by which option, with which exact value. */
const QUESTIONS: Readonly<
  Record<Kind, { readonly commands: readonly string[]; readonly option: string; readonly prefix: string }>
> = {
  film: { commands: ["pelicula"], option: "titulo", prefix: "tmdb" },
  person: { commands: ["actor", "director"], option: "nombre", prefix: "person" },
  collection: { commands: ["franquicia"], option: "nombre", prefix: "collection" },
};

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

/** The number in "603-matrix"; undefined where there is none. */
export function idIn(reference: string): number | undefined {
  const [, digits] = /^(\d{1,9})(?:-|$)/u.exec(reference) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** The page on which a question is answered; the chat, which asks it, where none is. */
export function pageOf(asked: Asked, line: string | undefined): string {
  return ownPageOf(asked) ?? (line === undefined ? "./" : `./?q=${encodeURIComponent(line)}`);
}

/** The same, where there is one. @param asked with exact values */
export function ownPageOf({ command, options }: Asked): string | undefined {
  for (const kind of Object.keys(QUESTIONS) as Kind[]) {
    const { commands, option, prefix } = QUESTIONS[kind];
    const value = options[option];
    const [, digits] = new RegExp(`^${prefix}:(\\d{1,9})$`, "u").exec(String(value)) ?? [];
    const isAlone = Object.keys(options).length === 1;
    if (commands.includes(command) && isAlone && digits !== undefined) return addressOf(kind, Number(digits));
  }
  return command === DISCOVER ? `${DISCOVER}?${queryOf(options)}` : undefined;
}

/** Options as the query of an address. */
export function queryOf(options: OptionValues): string {
  return Object.entries(options)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent([value].flat().join(","))}`)
    .join("&");
}
