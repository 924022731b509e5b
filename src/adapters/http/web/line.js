// @ts-check
/** Lines of text: how a choice is asked, and how a line of an answer is set. */

/** Quotation marks as src/chat/line/words.ts reads them. */
const MARKS = [
  ['"', '"'],
  ["'", "'"],
  ["«", "»"],
  ["“", "”"],
];

/**
 * The line that asks what a choice stands for: `/votos titulo=tmdb:11224`. It is what the address holds.
 * @param {import("../../../chat/answer/answer.js").Choice} choice
 */
export function lineOf({ command, options }) {
  const parts = Object.entries(options).map(([name, value]) => `${name}=${quoteValue(String(value))}`);
  return [`/${command}`, ...parts].join(" ");
}

/**
 * The choice that is picked by saying it, as src/chat/line/said.ts reads it: "¡Otra!"
 * @param {readonly import("../../../chat/answer/answer.js").Choice[]} choices
 * @param {string} line
 */
export function saidChoice(choices, line) {
  const plain = line.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const said = plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return choices.find((choice) => choice.said?.includes(said));
}

/**
 * @param {string} text
 * @returns {string}
 */
function quoteValue(text) {
  if (!/\s/u.test(text) && !MARKS.some(([open]) => text.startsWith(open))) return text;
  const marks = MARKS.find(([open, close]) => !text.includes(open) && !text.includes(close));
  return marks ? `${marks[0]}${text}${marks[1]}` : text;
}

/** A title with its year is a whole, whatever stands between them: "El mundo perdido: Jurassic Park (1997)". */
const TITLE = /^(.+?\([^()]*\b\d{4}\))(: | · | — )(.+)$/su;
const PLAIN = /^(.+?)( · | — )(.+)$/su;

/**
 * A line of an answer as what it is about and what is said of it; together they are the line.
 * @param {string} line
 * @returns {{ head: string, mark: string, rest: string }}
 */
export function splitLine(line) {
  const [, head = line, mark = "", rest = ""] = TITLE.exec(line) ?? PLAIN.exec(line) ?? [];
  return { head, mark, rest };
}

/**
 * How many things a command cannot do without, from its usage: "/plataforma puntaje <plataforma> <puntaje> <año>".
 * @param {string} usage
 */
export function requiredParts(usage) {
  return usage.match(/<[^>]+>/gu)?.length ?? 0;
}
