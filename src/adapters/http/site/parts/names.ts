/** Names within what a command tells, each a link to its own page. */
import { type Html, html } from "../../html.js";

/** A name as it is written, and the address of its page. */
export type Named = readonly [name: string, address: string];

/** The text with each of the names in it as a link. @param root where the server's addresses begin */
export function linkedText(text: string, names: readonly Named[], root: string): Html {
  const addresses = new Map(names.map(([name, address]) => [name.toLowerCase(), address]));
  if (addresses.size === 0) return html`${text}`;
  // A longer name may begin as a shorter one.
  const written = [...addresses.keys()].sort((a, b) => b.length - a.length).map(literally);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${written.join("|")})(?![\\p{L}\\p{N}])`, "iu");
  return html`${text.split(pattern).map((piece, at) => {
    // What the pattern caught stands between what it did not.
    const address = at % 2 === 1 ? addresses.get(piece.toLowerCase()) : undefined;
    return address === undefined ? piece : html`<a href="${root}${address}">${piece}</a>`;
  })}`;
}

function literally(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
