/** The text of one cell of a page, as it is seen: lines of a list stay lines, notes and what is hidden are left out. */

const LINES = new Set(["br", "li", "p", "div", "tr"]);
const UNSEEN = new Set(["script", "style", "template", "noscript"]);
/** Elements without an end. */
const EMPTY = new Set(["br", "img", "hr", "input", "wbr", "col", "meta", "link"]);
const HIDDEN_STYLE = /display\s*:\s*none/iu;

export class CellText {
  /** What a spreadsheet keeps beside what it shows. */
  readonly #kept: string | undefined;
  #text = "";
  /** Elements open inside one that is not seen. */
  #unseen = 0;

  constructor(kept: string | undefined) {
    this.#kept = kept;
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (LINES.has(tag)) this.#text += "\n";
    if (EMPTY.has(tag)) return;
    if (this.#unseen > 0 || isUnseen(tag, attributes)) this.#unseen += 1;
  }

  close(tag: string): void {
    if (LINES.has(tag) && !EMPTY.has(tag)) this.#text += "\n";
    if (this.#unseen > 0 && !EMPTY.has(tag)) this.#unseen -= 1;
  }

  text(text: string): void {
    // Line ends of the source are blanks.
    if (this.#unseen === 0) this.#text += text.replace(/\s+/gu, " ");
  }

  value(): string {
    if (this.#kept !== undefined && this.#kept !== "") return this.#kept;
    return this.#text
      .split("\n")
      .map((line) => line.replace(/\s+/gu, " ").trim())
      .filter((line) => line !== "")
      .join("\n");
  }
}

function isUnseen(
  tag: string,
  { class: classes = "", style = "" }: Readonly<Record<string, string>>,
): boolean {
  return UNSEEN.has(tag) || (tag === "sup" && classes.includes("reference")) || HIDDEN_STYLE.test(style);
}
