/** What "t.me/BOT?start=…" asks: a link may be anybody's, so that it only ever shows something. */
import type { Asked } from "../../../chat/asking.js";

/** Questions that are asked where nobody reads along. With a film alone `/valorar` changes nothing. */
const ALONE: ReadonlySet<string> = new Set(["valorar", "privacidad"]);

/** The payload that asks a question; undefined for what no link may ask. */
export function payloadOf({ command, options }: Asked): string | undefined {
  if (!ALONE.has(command)) return undefined;
  const { titulo, ...others } = options;
  if (Object.keys(others).length > 0) return undefined;
  if (titulo === undefined) return command;
  const film = /^tmdb:(\d{1,10})$/u.exec(String(titulo))?.[1];
  return film === undefined ? undefined : `${command}_${film}`;
}

/** The question of a payload: of a film's card where it names no other; undefined for what is none. */
export function askedBy(payload: string, card: string): Asked | undefined {
  const text = payload.trim();
  const film = /^(?:tmdb[_-](\d{1,10})|(tt\d{6,10}))$/u.exec(text);
  if (film) {
    const titulo = film[1] === undefined ? (film[2] ?? "") : `tmdb:${film[1]}`;
    return { command: card, options: { titulo } };
  }
  const [, command = "", id] = /^([a-z]{1,20})(?:_(\d{1,10}))?$/u.exec(text) ?? [];
  if (!ALONE.has(command)) return undefined;
  return { command, options: id === undefined ? {} : { titulo: `tmdb:${id}` } };
}
