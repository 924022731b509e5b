/** Pages of one person and one series of films: what their commands answer, as something to look at. */
import { say } from "../../../chat/locale.js";
import type { SentAnswer } from "../api/bodies.js";
import { type Html, html } from "../html.js";
import { addressOf, type Kind } from "./addresses.js";
import { filmPage } from "./film.js";
import type { CardImage } from "./page/card.js";
import { SAID } from "./page/words.js";
import { fieldsOf, foldsOf, glanceOf, leadsOf, linksOf, listOf, paragraphsOf } from "./parts/answer.js";
import { chartOf } from "./parts/chart.js";
import { gridOf, type Tile, tilesOf } from "./parts/grid.js";
import { cardImage } from "./parts/poster.js";
import { answered, isMissing, type Made, NOTHING, plain, type Reading } from "./reading.js";

/** Films in a grid before the rest is a list. */
const IN_A_GRID = 18;

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
  return html`${glanceOf(answer.glance)}${paragraphsOf(text, root)}${fieldsOf(fields)}${headingOf(list)}${gridOf(tiles.slice(0, IN_A_GRID), root, true)}${whole && html`<details><summary>${say(locale, SAID.whole)}</summary>${listOf(list, root)}</details>`}${foldsOf(answer, root)}`;
}

/** In which order the films are, and what stands beside them. */
function headingOf(list: SentAnswer["list"]): Html | undefined {
  return list?.heading === undefined
    ? undefined
    : html`<p class="faint">${plain(list.heading).replace(/:$/u, "")}</p>`;
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
