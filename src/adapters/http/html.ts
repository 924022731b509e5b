/** HTML as text: whatever is put into a template is escaped, unless it is HTML itself. */
import { harmless } from "../../chat/text.js";

/** A piece of HTML that may stand in a page as it is. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = string | number | Html | undefined | false | readonly Piece[];

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A template whose values are escaped; undefined and false leave nothing, lists stand one after the other. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Html {
  let text = strings[0] ?? "";
  for (const [at, value] of values.entries()) text += written(value) + (strings[at + 1] ?? "");
  return new Html(text);
}

function written(piece: Piece): string {
  if (piece === undefined || piece === false) return "";
  if (piece instanceof Html) return piece.text;
  if (typeof piece === "object") return piece.map(written).join("");
  return harmless(String(piece)).replace(/[&<>"']/gu, (letter) => ESCAPES[letter] ?? letter);
}
