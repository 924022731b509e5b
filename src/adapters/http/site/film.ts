/** The page of one film: its card, films like it, and a chart of what it belongs to. */
import { z } from "zod";
import { say } from "../../../chat/locale.js";
import type { SentAnswer } from "../api/bodies.js";
import { type Html, html } from "../html.js";
import { addressOf, ownPageOf } from "./addresses.js";
import { SAID } from "./page/words.js";
import { fieldsOf, foldsOf, glanceOf, leadsOf, linksOf, paragraphsOf } from "./parts/answer.js";
import { chartOf } from "./parts/chart.js";
import { gridOf, tilesOf } from "./parts/grid.js";
import { linkedText, type Named } from "./parts/names.js";
import { cardImage, posterOf } from "./parts/poster.js";
import { answered, isMissing, type Made, NOTHING, plain, type Reading } from "./reading.js";
import { genresNamed } from "./values.js";

const SIMILAR = 6;
const SIMILAR_BY = "recomendar";

export async function filmPage(id: number, reading: Reading): Promise<Made> {
  const asks = { command: "pelicula", options: { titulo: `tmdb:${id}` } };
  const { bot, locale, root } = reading;
  const card = await answered(asks, reading);
  const picture = bot.program.filmPoster?.(asks, bot.edition, locale);
  if (isMissing(card)) return card;
  if (picture === undefined) return NOTHING;
  const { answer } = card;
  const title = plain(answer.title);
  const film = filmSchema.safeParse(card.outcome.result).data;
  const [alike, chart] = await Promise.all([alikeOf(id, reading), film && filmChart(film, reading)]);
  const people = film === undefined ? [] : peopleOf(film);
  const named = [...people, ...genresNamed(bot, locale)];
  const glance = answer.glance?.map((line) => linkedText(line, named, root));
  return {
    title,
    description: [...(answer.glance ?? []).slice(0, 1), plain(answer.text)].join(" · "),
    type: "video.movie",
    image: cardImage(id, picture),
    address: addressOf("film", id, picture.name),
    body: html`<article class="film"><div class="cover">${posterOf(picture, true, picture.alt)}</div><div class="head"><h1>${title}</h1>${glanceOf(glance)}</div><div class="told">${paragraphsOf(answer.text, root)}${fieldsOf(answer.fields)}${leadsOf(leadingOn(answer.follow, people, alike), root)}${foldsOf(answer, root, (value) => linkedText(value, people, root))}${linksOf(answer.links)}</div>${alike}${chart}</article>`,
  };
}

const nameSchema = z.looseObject({ id: z.int(), name: z.string() });
const filmSchema = z.looseObject({
  genres: z.array(z.string()),
  collection: z.looseObject({ id: z.int() }).nullable(),
  directors: z.array(nameSchema),
  cast: z.array(nameSchema),
});
type Film = z.infer<typeof filmSchema>;

/** Who made it and who plays in it, each with a page. */
function peopleOf({ directors, cast }: Film): readonly Named[] {
  return [...cast, ...directors].map(({ id, name }) => [name, addressOf("person", id, name)] as const);
}

/** Films like it. */
async function alikeOf(id: number, reading: Reading): Promise<Html | undefined> {
  const { bot, locale, root } = reading;
  const told = await answered(
    { command: SIMILAR_BY, options: { titulo: `tmdb:${id}`, cantidad: SIMILAR } },
    reading,
  );
  const tiles = isMissing(told) ? [] : tilesOf(told.answer.list?.lines, bot, locale);
  if (tiles.length === 0) return undefined;
  const line = `/${SIMILAR_BY} titulo=tmdb:${id}`;
  return html`<section class="alike"><h2>${say(locale, SAID.similar)}</h2>${gridOf(tiles, root)}<p><a class="more" href="${root}?q=${encodeURIComponent(line)}">${say(locale, SAID.moreLike)}</a></p></section>`;
}

/** Where the page does not lead already. */
function leadingOn(
  follow: SentAnswer["follow"],
  names: readonly Named[],
  alike: Html | undefined,
): SentAnswer["follow"] {
  const ids = new Set(names.map(([, address]) => idOf(address)));
  return follow?.filter((choice) => {
    if (choice.command === SIMILAR_BY) return alike === undefined;
    const own = ownPageOf(choice);
    return own === undefined || !ids.has(idOf(own));
  });
}

/** An address without the words in it. */
function idOf(address: string): string {
  return address.replace(/(?<=\d)-.*$/u, "");
}

/** What its series of films made; else how films of its kind came out over the years. */
async function filmChart({ collection, genres: [genre] }: Film, reading: Reading): Promise<Html | undefined> {
  const series =
    collection === null
      ? undefined
      : await chartOf("franquicia", { de: `collection:${collection.id}` }, reading);
  return series ?? (genre === undefined ? undefined : chartOf("estrenos", { genero: genre }, reading));
}
