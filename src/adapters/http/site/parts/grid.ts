/** Films as a grid of posters, each of which leads to its own page. */
import type { Bot, FilmPoster } from "../../../../chat/contract.js";
import type { Locale } from "../../../../chat/locale.js";
import type { SentLine } from "../../api/bodies.js";
import { type Html, html } from "../../html.js";
import { addressOf } from "../addresses.js";
import { posterOf } from "./poster.js";

/** Posters that are seen at once on most screens. */
const AT_ONCE = 4;

/** A film of a grid. */
export interface Tile {
  readonly id: number;
  readonly picture: FilmPoster;
  /** What is told of it. */
  readonly details: readonly string[];
  readonly why: string | undefined;
}

/** The films among the lines of a list. */
export function tilesOf(
  lines: readonly SentLine[] | undefined,
  { program, edition }: Bot,
  locale: Locale,
): readonly Tile[] {
  return (lines ?? []).flatMap(({ asks, details = [], why }) => {
    const picture = asks && program.filmPoster?.(asks, edition, locale);
    const [, id] = /^tmdb:(-?\d+)$/u.exec(String(asks?.options.titulo)) ?? [];
    return picture === undefined || id === undefined ? [] : [{ id: Number(id), picture, details, why }];
  });
}

/** @param isFirst whether it is the first thing on its page */
export function gridOf(tiles: readonly Tile[], root: string, isFirst = false): Html {
  return html`<ul class="grid">${tiles.map(
    ({ id, picture, details, why }, at) =>
      html`<li><a href="${root}${addressOf("film", id, picture.name)}">${posterOf(picture, isFirst && at < AT_ONCE)}<span class="name">${picture.title}</span></a>${picture.year !== null && html`<span class="year">${picture.year}</span>`}${details.length > 0 && html`<span class="facts-of">${details.join(" · ")}</span>`}${why !== undefined && html`<span class="why">${why}</span>`}</li>`,
  )}</ul>`;
}
