/** Pages of one film, one person, one series of films: what their commands answer, as something to look at. */
import type { Asked } from "../../../chat/asking.js";
import { commandNamed } from "../../../chat/command/names.js";
import type { Bot } from "../../../chat/contract.js";
import { dispatch } from "../../../chat/dispatch.js";
import { type Locale, say } from "../../../chat/locale.js";
import type { Outcome } from "../../../chat/outcome.js";
import type { SentAnswer } from "../api/bodies.js";
import { publicCommands } from "../api/endpoints.js";
import { present } from "../api/present.js";
import { type Html, html } from "../html.js";
import { addressOf, type Kind } from "./addresses.js";
import { fieldsOf, foldOf, leadsOf, linksOf, listOf, paragraphsOf } from "./answer.js";
import { gridOf, tilesOf } from "./grid.js";
import type { Page } from "./layout.js";
import { posterOf } from "./poster.js";
import { SAID } from "./words.js";

/** Who reads, and of what. */
export interface Reading {
  readonly bot: Bot;
  readonly locale: Locale;
  readonly now: Date;
  /** From the page to where the server's addresses begin. */
  readonly root: string;
}

/** What is told where there is no page. */
export interface Missing {
  readonly missing: SentAnswer;
}

export type Made = Page | Missing;

/** Films in a grid before the rest is a list. */
const IN_A_GRID = 18;
const SIMILAR = 6;

export async function filmPage(id: number, reading: Reading): Promise<Made> {
  const asks = { command: "pelicula", options: { titulo: `tmdb:${id}` } };
  const { bot, locale, root } = reading;
  const card = await answered(asks, reading);
  const picture = bot.program.filmPoster?.(asks, bot.edition, locale);
  if ("missing" in card) return card;
  if (picture === undefined) return NOTHING;
  const { answer } = card;
  const title = plain(answer.title);
  const similar = await answered(
    { command: "recomendar", options: { titulo: `tmdb:${id}`, cantidad: SIMILAR } },
    reading,
  );
  const alike = "missing" in similar ? [] : tilesOf(similar.answer.list?.lines, bot, locale);
  return {
    title,
    description: [...(answer.glance ?? []).slice(0, 1), plain(answer.text)].join(" · "),
    type: "video.movie",
    image: picture.url ?? undefined,
    address: addressOf("film", id, picture.name),
    body: html`<article class="film"><div class="cover">${posterOf(picture, true, picture.alt)}</div><div class="told"><h1>${title}</h1>${glanceOf(answer)}${paragraphsOf(answer.text, root)}${fieldsOf(answer.fields)}${foldsOf(answer, root)}${leadsOf(answer.follow, root)}${linksOf(answer.links)}</div></article>${alike.length > 0 && html`<section><h2>${say(locale, SAID.similar)}</h2>${gridOf(alike, root)}</section>`}`,
  };
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
  const known = parts.flatMap(({ heading, told }) => ("missing" in told ? [] : [{ heading, ...told }]));
  const [first] = known;
  if (first === undefined) return parts.map(({ told }) => told).find(isMissing) ?? NOTHING;
  const title = plain(first.answer.title);
  return {
    title,
    description: known.map(({ answer }) => plain(answer.text)).join(" "),
    type: "profile",
    image: firstPoster(
      known.map(({ answer }) => answer),
      reading,
    ),
    address: addressOf("person", id, title),
    body: html`<h1>${title}</h1>${known.map(({ heading, answer }) => html`<section><h2>${heading}</h2>${listed(answer, reading)}</section>`)}${linksOf(first.answer.links)}`,
  };
}

export async function collectionPage(id: number, reading: Reading): Promise<Made> {
  const told = await answered({ command: "franquicia", options: { nombre: `collection:${id}` } }, reading);
  if ("missing" in told) return told;
  const { answer } = told;
  const title = plain(answer.title);
  return {
    title,
    description: plain(answer.text),
    type: "website",
    image: firstPoster([answer], reading),
    address: addressOf("collection", id, title),
    body: html`<h1>${title}</h1>${listed(answer, reading)}${leadsOf(answer.follow, reading.root)}${linksOf(answer.links)}`,
  };
}

export const PAGES: Readonly<Record<Kind, (id: number, reading: Reading) => Promise<Made>>> = {
  film: filmPage,
  person: personPage,
  collection: collectionPage,
};

/** What a command answers; what is told instead where it answers nothing. */
export async function answered(
  { command: name, options }: Asked,
  { bot, locale, now }: Reading,
): Promise<{ readonly outcome: Outcome; readonly answer: SentAnswer } | Missing> {
  const commands = publicCommands(bot.program.commands);
  const command = commandNamed(commands, name);
  if (command === undefined) return NOTHING;
  const outcome = await dispatch(bot, command, options, { locale, now, effect: "read" });
  const answer = present(outcome.answer, { locale, commands });
  return outcome.status === "ok" ? { outcome, answer } : { missing: answer };
}

/** Texts and figures, the films as a grid, and what is more than a grid holds as a list. */
export function listed(answer: SentAnswer, { bot, locale, root }: Reading): Html {
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

/** Nobody says why. */
const NOTHING: Missing = { missing: { kind: "empty" } };

function isMissing(told: object): told is Missing {
  return "missing" in told;
}

/** The poster that stands for a list: of its first film that has one. */
function firstPoster(answers: readonly SentAnswer[], { bot, locale }: Reading): string | undefined {
  const tiles = answers.flatMap(({ list }) => tilesOf(list?.lines, bot, locale));
  return tiles.find(({ picture }) => picture.url !== null)?.picture.url ?? undefined;
}

/** A text as one line without links. */
export function plain(text: SentAnswer["text"]): string {
  if (text === undefined || typeof text === "string") return text ?? "";
  return text.map((part) => (typeof part === "string" ? part : `/${part.command}`)).join("");
}
