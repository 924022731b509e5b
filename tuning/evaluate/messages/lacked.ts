/** Films that the catalogue lacked when a message was written, and has got since: then they are rightly answered. */
import { fold } from "../../../src/find/encode/fold.js";
import type { Message } from "../../questions/messages.js";
import type { Understanding } from "./verdict.js";

/** How a message's note says so; "never Zootopia" in it names a film that is not meant, though its title is there. */
const LACKED = "not in the catalogue";

/**
 * Whether a message is answered with a film of the very name it says, which there was none of.
 * @param titlesOf all titles of the film with a TMDB id
 */
export function isLackedFilm(
  { text, note = "" }: Pick<Message, "text" | "note">,
  { understood, outcome }: Understanding,
  titlesOf: (id: number) => readonly string[],
): boolean {
  if (!note.includes(LACKED) || outcome?.status !== "ok") return false;
  const [, id] = /^tmdb:(\d+)$/u.exec(String(understood?.options.titulo)) ?? [];
  if (id === undefined) return false;
  const titles = titlesOf(Number(id)).map(fold);
  return titles.some((title) => says(text, title) && !says(note, `never ${title}`));
}

function says(text: string, words: string): boolean {
  return ` ${fold(text)} `.includes(` ${words} `);
}
