/**
 * Telegram's HTML mode: text with tags → plain text and entities, or the reason why it cannot be parsed. Some
 * things are stricter than at Telegram, so that a forgotten escape is found: a bare "&" is refused, and so are
 * an attribute nobody knows and tags within others where Telegram would drop one of them.
 */
import { badRequest } from "./refused.js";
import type { Entity } from "./types.js";

const TYPES: Readonly<Record<string, string>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  "tg-spoiler": "spoiler",
  a: "text_link",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
};
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  a: /^\s+href="[^"<>]*"$/u,
  code: /^\s+class="language-[\w-]+"$/u,
  blockquote: /^\s+expandable$/u,
};
/** What may stand within anything, and hold anything, but for code. */
const STYLES: ReadonlySet<string> = new Set(["bold", "italic", "underline", "strikethrough", "spoiler"]);
const CODE: ReadonlySet<string> = new Set(["code", "pre"]);
const QUOTES: ReadonlySet<string> = new Set(["blockquote", "expandable_blockquote"]);
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };
const TOKEN = /<(\/?)([a-zA-Z0-9-]*)([^<>]*)>?|&(?:([a-z]+)|#(\d{1,7})|#x([0-9a-f]{1,6}));|[^<&]+|&/giu;

interface Open {
  readonly tag: string;
  readonly type: string;
  readonly offset: number;
}

export interface Parsed {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** Throws a refusal where Telegram would refuse. */
export function parseHtml(html: string): Parsed {
  const open: Open[] = [];
  const entities: Entity[] = [];
  let text = "";
  for (const match of html.matchAll(TOKEN)) {
    const [whole, slash, name, attributes, named, decimal, hex] = match;
    if (!whole.startsWith("<")) {
      text += whole.startsWith("&") ? character(named, decimal, hex, match.index) : whole;
      continue;
    }
    const tag = (name ?? "").toLowerCase();
    if (!whole.endsWith(">")) throw cannotParse(`Unclosed start tag at byte offset ${match.index}`);
    if (slash === "/") {
      const last = open.pop();
      if (last?.tag !== tag) throw cannotParse(`Unmatched end tag at byte offset ${match.index}`);
      const length = text.length - last.offset;
      if (length > 0) entities.push({ type: last.type, offset: last.offset, length });
      continue;
    }
    const known = Object.hasOwn(TYPES, tag) ? TYPES[tag] : undefined;
    const type = known === "blockquote" && attributes !== "" ? "expandable_blockquote" : known;
    if (type === undefined) {
      throw cannotParse(`Unsupported start tag "${tag}" at byte offset ${match.index}`);
    }
    if (attributes !== "" && !ATTRIBUTES[tag]?.test(attributes ?? "")) {
      throw cannotParse(`Unexpected attribute in tag "${tag}" at byte offset ${match.index}`);
    }
    const around = open.find(({ type: outer }) => !mayHold(outer, type, attributes ?? ""));
    if (around !== undefined) {
      throw cannotParse(`"${tag}" cannot be within "${around.tag}" at byte offset ${match.index}`);
    }
    open.push({ tag, type, offset: text.length });
  }
  const unclosed = open.at(-1);
  if (unclosed) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return { text, entities: entities.sort((a, b) => a.offset - b.offset) };
}

/** Whether a tag of one type may stand within one of another. */
function mayHold(outer: string, inner: string, attributes: string): boolean {
  // A programming language is told by code within the block.
  if (outer === "pre" && inner === "code") return attributes !== "";
  if (CODE.has(outer) || CODE.has(inner)) return false;
  if (QUOTES.has(outer)) return !QUOTES.has(inner);
  return STYLES.has(outer) || STYLES.has(inner);
}

function character(
  named: string | undefined,
  decimal: string | undefined,
  hex: string | undefined,
  at: number,
): string {
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  const found = named === undefined ? codePoint(code) : NAMED[named];
  if (found === undefined) throw cannotParse(`Unexpected "&" at byte offset ${at}`);
  return found;
}

function codePoint(code: number): string | undefined {
  return Number.isInteger(code) && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function cannotParse(why: string): Error {
  return badRequest(`can't parse entities: ${why}`);
}

/** What a client makes live by itself in plain text: mentions and commands, outside code and links. */
export function liveMentions({ text, entities }: Parsed): readonly string[] {
  const dead = entities.filter(({ type }) => type === "code" || type === "pre" || type === "text_link");
  return [...text.matchAll(/(?<![\p{L}\p{N}_])@[a-z][a-z0-9_]{3,}/giu)]
    .filter(({ index }) => !dead.some(({ offset, length }) => index >= offset && index < offset + length))
    .map(([mention]) => mention);
}
