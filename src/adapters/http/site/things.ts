/** Pages of one film, one person, one series of films: what their commands answer, as something to look at. */
import { z } from "zod";
import { say } from "../../../chat/locale.js";
import type { SentAnswer } from "../api/bodies.js";
import { type Html, html } from "../html.js";
import { addressOf, type Kind } from "./addresses.js";
import type { CardImage } from "./page/card.js";
import type { Page } from "./page/layout.js";
import { SAID } from "./page/words.js";
import { fieldsOf, foldOf, leadsOf, linksOf, listOf, paragraphsOf } from "./parts/answer.js";
import { chartOf } from "./parts/chart.js";
import { gridOf, type Tile, tilesOf } from "./parts/grid.js";
import { cardImage, posterOf } from "./parts/poster.js";
import { answered, isMissing, type Missing, NOTHING, plain, type Reading } from "./reading.js";

export type Made = Page | Missing;

/** Films in a grid before the rest is a list. */
const IN_A_GRID = 18;
const SIMILAR = 6;

export async function filmPage(id: number, reading: Reading): Promise<Made> {
  const asks = { command: "pelicula", options: { titulo: `tmdb:${id}` } };
  const { bot, locale, root } = reading;
  const card = await answered(asks, reading);
  const picture = bot.program.filmPoster?.(asks, bot.edition, locale);
  if (isMissing(card)) return card;
  if (picture === undefined) return NOTHING;
  const { answer } = card;
  const title = plain(answer.title);
  const [similar, chart] = await Promise.all([
    answered({ command: "recomendar", options: { titulo: `tmdb:${id}`, cantidad: SIMILAR } }, reading),
    filmChart(card.outcome.result, reading),
  ]);
  const alike = isMissing(similar) ? [] : tilesOf(similar.answer.list?.lines, bot, locale);
  return {
    title,
    description: [...(answer.glance ?? []).slice(0, 1), plain(answer.text)].join(" · "),
    type: "video.movie",
    image: cardImage(id, picture),
    address: addressOf("film", id, picture.name),
    body: html`<article class="film"><div class="cover">${posterOf(picture, true, picture.alt)}</div><div class="head"><h1>${title}</h1>${glanceOf(answer)}</div><div class="told">${paragraphsOf(answer.text, root)}${fieldsOf(answer.fields)}${leadsOf(answer.follow, root)}${foldsOf(answer, root)}${linksOf(answer.links)}</div></article>${alike.length > 0 && html`<section><h2>${say(locale, SAID.similar)}</h2>${gridOf(alike, root)}</section>`}${chart}`,
  };
}

const filmSchema = z.looseObject({
  genres: z.array(z.string()),
  collection: z.looseObject({ id: z.int() }).nullable(),
});

/** What its series of films made; else how films of its kind came out over the years. */
async function filmChart(result: unknown, reading: Reading): Promise<Html | undefined> {
  const film = filmSchema.safeParse(result);
  if (!film.success) return undefined;
  const { collection, genres } = film.data;
  const [genre] = genres;
  const series =
    collection === null
      ? undefined
      : await chartOf("franquicia", { de: `collection:${collection.id}` }, reading);
  return series ?? (genre === undefined ? undefined : chartOf("estrenos", { genero: genre }, reading));
}

export async function personPage(id: number, reading: Reading): Promise<Made> {
  const { locale } = reading;
  const parts = await Promise.all(
    [
      { command: "actor", heading: say(locale, SAID.acting) },
      { command: "director", heading: say(locale, SAID.directing) },
    ].map(async ({ command, heading }) => ({
      heading,
      told: await answered({ command, options: { nombre: `person:${id}` } }, reading),
    })),
  );
  const known = parts.flatMap(({ heading, told }) => (isMissing(told) ? [] : [{ heading, ...told }]));
  const [first] = known;
  if (first === undefined) return parts.map(({ told }) => told).find(isMissing) ?? NOTHING;
  const title = plain(first.answer.title);
  const answers = known.map(({ answer }) => answer);
  const chart = await chartOf("persona", { de: `person:${id}` }, reading);
  return {
    title,
    description: descriptionOf(answers),
    type: "profile",
    image: imageOf(answers, reading),
    address: addressOf("person", id, title),
    body: html`<h1>${title}</h1>${known.map(({ heading, answer }) => html`<section><h2>${heading}</h2>${listed(answer, reading)}</section>`)}${chart}${linksOf(first.answer.links)}`,
  };
}

export async function collectionPage(id: number, reading: Reading): Promise<Made> {
  const of = `collection:${id}`;
  const told = await answered({ command: "franquicia", options: { nombre: of } }, reading);
  if (isMissing(told)) return told;
  const { answer } = told;
  const title = plain(answer.title);
  const chart = await chartOf("franquicia", { de: of }, reading);
  return {
    title,
    description: descriptionOf([answer]),
    type: "website",
    image: imageOf([answer], reading),
    address: addressOf("collection", id, title),
    body: html`<h1>${title}</h1>${listed(answer, reading)}${chart}${leadsOf(answer.follow, reading.root)}${linksOf(answer.links)}`,
  };
}

export const PAGES: Readonly<Record<Kind, (id: number, reading: Reading) => Promise<Made>>> = {
  film: filmPage,
  person: personPage,
  collection: collectionPage,
};

/** Texts and figures, the films as a grid, and what is more than a grid holds as a list. */
function listed(answer: SentAnswer, { bot, locale, root }: Reading): Html {
  const { text, fields, list } = answer;
  const tiles = tilesOf(list?.lines, bot, locale);
  const whole = tiles.length > IN_A_GRID || tiles.length < (list?.lines.length ?? 0);
  return html`${glanceOf(answer)}${paragraphsOf(text, root)}${fieldsOf(fields)}${gridOf(tiles.slice(0, IN_A_GRID), root, true)}${whole && html`<details><summary>${say(locale, SAID.whole)}</summary>${listOf(list, root)}</details>`}${foldsOf(answer, root)}`;
}

function glanceOf({ glance = [] }: SentAnswer): Html | false {
  return glance.length > 0 && html`<ul class="glance">${glance.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function foldsOf({ folds = [] }: SentAnswer, root: string): Html {
  return html`${folds.map((fold) => foldOf(fold, root))}`;
}

/** What is known at a glance, else what is said. */
function descriptionOf(answers: readonly SentAnswer[]): string {
  return answers
    .flatMap(({ glance = [], text }) => [...glance, plain(text)])
    .filter((line) => line !== "")
    .join(" · ");
}

/** The picture that stands for a list: of its first film that has a poster, else of its first. */
function imageOf(answers: readonly SentAnswer[], { bot, locale }: Reading): CardImage | undefined {
  return firstImage(answers.flatMap(({ list }) => tilesOf(list?.lines, bot, locale)));
}

export function firstImage(tiles: readonly Tile[]): CardImage | undefined {
  const first = tiles.find(({ picture }) => picture.url !== null) ?? tiles[0];
  return first && cardImage(first.id, first.picture);
}
