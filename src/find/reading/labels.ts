/** Films and people as we show them, and as other sites do, pasted back: "• Alien (1979) · Ridley Scott". */
import type { NameRead } from "./reference.js";
import { YEAR, yearOf } from "./year-pattern.js";

export interface Label extends NameRead {
  /** What stands behind the dot and tells namesakes apart: the director of a film, the best known film of a person. */
  readonly beside?: string;
  /** Whether all names are of one thing ("Mujercitas (Little Women)"), rather than ways to read one. */
  readonly together?: boolean;
}

const BULLET = /^\s*(?:[•▪‣*·–—-]\s|\d{1,2}[.)]\s)\s*/u;
const BOLD = /\*\*|__/g;
/** Behind a title and its year, or the name of a site: the rest says something else. */
const SITE =
  /\s[-–—|•·]\s(?:the movie database|imdb|filmaffinity|wikipedia|letterboxd|tmdb|rotten tomatoes|metacritic|justwatch|trakt|sensacine)(?![\p{L}\p{N}]).*$/iu;

/** What has none of these is no label: most texts end here. */
const MARKED = new RegExp(
  `^\\s*(?:[•▪‣*·–—-]|\\d{1,2}[.)])\\s| · |\\*\\*|__|${YEAR}\\)\\s*\\S|, ${YEAR}\\)|\\S \\((?!${YEAR}\\))[^()]+\\)\\s*$|` +
    "[-–—|•] (?:the movie database|imdb|filmaffinity|wikipedia|letterboxd|tmdb|rotten|metacritic|justwatch|trakt)",
  "iu",
);

/**
 * What a label says; undefined for what is none, which one look decides. A text that looks like one may be a
 * title after all: whoever asks goes on where it names nothing.
 */
export function readLabel(text: string): Label | undefined {
  if (!MARKED.test(text)) return undefined;
  const line = text.replace(BOLD, "").replace(BULLET, "").replace(SITE, "").trim();
  return withYear(line) ?? withoutYear(line);
}

const IN_YEAR = new RegExp(`(?:\\(|, )(${YEAR})\\)`, "u");

/** "Parque Jurásico (Jurassic Park, 1993) · 8,1", "Alien (1979): también de Ridley Scott". */
function withYear(line: string): Label | undefined {
  const found = IN_YEAR.exec(line);
  if (found === null) return undefined;
  const end = found.index + found[0].length;
  const open = openingOf(line, end - 1);
  const title = line.slice(0, open).trim();
  if (open === -1 || title === "") return undefined;
  const original = line.slice(open + 1, found.index).trim();
  return {
    names: original === "" ? [title] : [title, original],
    year: Number(found[1]),
    ...besideOf(line.slice(end)),
    ...(original === "" ? {} : { together: true }),
  };
}

/** "Viola Davis · Escuadrón Suicida", "Alien · 25 de mayo de 1979 · …", "Mujercitas (Little Women)". */
function withoutYear(line: string): Label | undefined {
  const dot = line.indexOf(" · ");
  if (dot > 0) {
    const beside = besideOf(line.slice(dot));
    const year = yearOf(/(?<!\d)\d{4}$/.exec(beside.beside ?? "")?.[0] ?? "");
    return { names: [line.slice(0, dot).trim()], ...beside, ...(year === undefined ? {} : { year }) };
  }
  if (line.endsWith(")")) {
    const open = openingOf(line, line.length - 1);
    const title = line.slice(0, Math.max(0, open)).trim();
    const original = line.slice(open + 1, -1).trim();
    if (title !== "" && original !== "") return { names: [title, original], together: true };
  }
  return line === "" ? undefined : { names: [line] };
}

/** Where the bracket opens that closes at `close`; −1 where none does. */
function openingOf(line: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    const mark = line.charAt(at);
    if (mark === ")") depth++;
    if (mark === "(" && --depth === 0) return at;
  }
  return -1;
}

/** The first of the details behind a dot. */
function besideOf(rest: string): { beside?: string } {
  if (!rest.startsWith(" · ")) return {};
  const [first = ""] = rest.slice(3).split(/ · | ⭐/u, 1);
  const beside = first.trim();
  return beside === "" ? {} : { beside };
}
