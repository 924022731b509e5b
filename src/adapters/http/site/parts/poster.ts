/** A film as a picture: its poster, or one drawn from its title and genre where there is none. */
import type { FilmPoster } from "../../../../chat/contract.js";
import { type Html, html } from "../../html.js";
import type { CardImage } from "../page/card.js";

/** The poster for who shows a card of the film's page: TMDB's, or the drawn one as PNG. */
export function cardImage(id: number, { url, alt }: FilmPoster): CardImage {
  if (url === null) return { address: `${DRAWN_POSTERS}/${id}.png`, width: 370, height: 556, alt };
  return { address: url.replace(SIZE, "/t/p/w500/"), width: 500, height: 750, alt };
}

/** Where drawn posters are, as pictures. */
export const DRAWN_POSTERS = "cartel";

/** TMDB's widths of posters that a grid on a phone and on a desk asks for. */
const WIDTHS = [185, 342] as const;
const SIZE = /\/t\/p\/w\d+\//u;
/** Grounds on which white letters can be read, each 4.5 to 1 and more. */
const GROUNDS = [
  "#7a2e1d",
  "#24505a",
  "#4a3b74",
  "#3f5a2a",
  "#6b2f52",
  "#2f4a78",
  "#6a4a16",
  "#3a3a3a",
] as const;
/** Letters of a line, and lines, that a drawn poster has room for. */
const LINE = 12;
const LINES = 5;

/**
 * @param isFirst whether it is seen at once: what is further down is fetched when it comes into view
 * @param alt empty where the title stands beside it
 */
export function posterOf(film: FilmPoster, isFirst: boolean, alt = ""): Html {
  if (film.url === null) return html`<span class="art">${drawn(film)}</span>`;
  const [small, large] = WIDTHS.map((width) => (film.url ?? "").replace(SIZE, `/t/p/w${width}/`));
  const fetched = isFirst ? html`fetchpriority="high"` : html`loading="lazy"`;
  // Where the picture does not come, the drawn one stays.
  return html`<span class="art">${drawn(film)}<img src="${small}" srcset="${small} 185w, ${large} 342w" sizes="(min-width: 48rem) 11rem, 30vw" width="185" height="278" alt="${alt}" ${fetched} decoding="async" referrerpolicy="no-referrer"></span>`;
}

/** What stands where there is no poster, in the letters of the page. */
function drawn(film: FilmPoster): Html {
  return html`<svg class="drawn" viewBox="0 0 185 278" aria-hidden="true" focusable="false">${marksOf(film, { size: 19, lead: 25 })}</svg>`;
}

/** The same as a picture of its own, in letters that are bundled and wider. */
export function drawnPoster(film: FilmPoster): string {
  const marks = marksOf(film, { size: 16, lead: 22 });
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="185" height="278" viewBox="0 0 185 278" font-family="DejaVu Sans, Verdana, sans-serif">${marks}</svg>`
    .text;
}

/** Letters of a title: how large, and how far one line is from the next. */
interface Letters {
  readonly size: number;
  readonly lead: number;
}

/** The same title has the same colours each time. */
function marksOf({ title, genre, year }: FilmPoster, { size, lead }: Letters): Html {
  let sum = 0;
  for (const letter of title) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  const ground = GROUNDS[sum % GROUNDS.length];
  const tilt = (sum % 5) * 8 - 16;
  const lines = linesOf(title).map(
    (line, at) =>
      html`<text x="14" y="${86 + at * lead}" font-size="${size}" font-weight="700">${line}</text>`,
  );
  return html`<rect width="185" height="278" fill="${ground}"/><g fill="#fff"><path d="M-20 ${20 + tilt}h240v22h-240z" opacity=".14" transform="rotate(${tilt} 92 30)"/>${lines}<text x="14" y="244" font-size="13">${genre}</text><text x="14" y="262" font-size="13">${year ?? ""}</text></g>`;
}

/** A title in lines of a drawn poster's width. */
function linesOf(title: string): readonly string[] {
  const lines: string[] = [""];
  for (const word of title.split(/\s+/u)) {
    const last = lines.at(-1) ?? "";
    const longer = last === "" ? word : `${last} ${word}`;
    if (longer.length <= LINE || last === "") lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const cut = lines.map((line) => (line.length > LINE ? `${line.slice(0, LINE - 1)}…` : line));
  return cut.length <= LINES ? cut : [...cut.slice(0, LINES - 1), `${cut[LINES - 1]}…`];
}
