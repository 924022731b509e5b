/** Films to see, listed: somebody's own, one of them at random, those of a group. */
import { z } from "zod";
import type { Reply } from "../../../src/chat/answer/reply.js";
import { mention, rich } from "../../../src/chat/answer/rich-text.js";
import type { Answer, Choice, RichText } from "../../../src/chat/answer/schema.js";
import type { Context } from "../../../src/chat/contract.js";
import { count, date } from "../../../src/chat/format.js";
import { communityOf, groupOf, knownAsker, storeOf } from "../../../src/chat/kept.js";
import { say } from "../../../src/chat/locale.js";
import { cardOfId } from "../../../src/queries/film/card.js";
import { type FilmRef, filmOfId, filmRefSchema } from "../../../src/queries/refs/film.js";
import { watchlistForGroup } from "../../../src/queries/taste/watchlist.js";
import { nextTurn } from "../../../src/steps.js";
import type { ListedFilm } from "../../../src/store/port.js";
import type { Words } from "../../../src/words.js";
import { glance } from "../../film/glance.js";
import { byPerson } from "../../shared/by-person.js";
import { cardOf } from "../../shared/card.js";
import { posterOf } from "../../shared/film-frame.js";
import { nextOnes } from "../../shared/more.js";
import { filmCount, heading, shortHeading } from "../../shared/words/wording.js";
import { noteMember } from "./film.js";
import { filmButtons } from "./film-buttons.js";

export const listSchema = z.object({
  films: z.array(z.object({ film: filmRefSchema, wantedBy: z.int().optional() })),
});

type Listed = z.infer<typeof listSchema>;

/** All of it: whoever shows it turns the pages. */
export async function ownList(context: Context): Promise<Reply<Listed>> {
  const { locale } = context;
  const listed = await ownFilms(context);
  if (listed.length === 0) return empty(say<RichText>(locale, NOTHING_YET));
  const films = listed.map(({ film }) => ({ film }));
  return {
    status: "ok",
    result: { films },
    answer: {
      kind: "list",
      title: say(locale, { es: "Tus pendientes", en: "Your watchlist" }),
      text: filmCount(locale, listed.length),
      list: {
        numbered: true,
        lines: films.map(({ film }) => ({ head: shortHeading(locale, film), asks: cardOf(film) })),
      },
      choices: [atRandom(context), ...(inGroup(context) ? [forGroup(context)] : [])],
    },
  };
}

interface OwnFilm extends Pick<ListedFilm, "at"> {
  readonly film: FilmRef;
}

/** Newest first; what the catalogue has no longer is left out. */
async function ownFilms(context: Context): Promise<readonly OwnFilm[]> {
  const { id: person } = knownAsker(context);
  const { lists } = await storeOf(context);
  return (await lists.all({ person })).flatMap(({ film: id, at }) => {
    const film = filmOfId(context.catalog, id);
    return film === undefined ? [] : [{ film, at }];
  });
}

const MS_PER_DAY = 86_400_000;

/** Another one each time it is asked for, none twice until all had their turn; another order each day. */
export async function oneAtRandom(context: Context, turn: number): Promise<Reply<Listed>> {
  const { locale, now, catalog } = context;
  const own = await ownFilms(context);
  if (own.length === 0) return empty(say<RichText>(locale, NOTHING_YET));
  const day = Math.floor(now.getTime() / MS_PER_DAY);
  const shuffled = [...own].sort((a, b) => mixed(a.film.id, day) - mixed(b.film.id, day));
  const drawn = shuffled[(turn - 1) % shuffled.length] ?? shuffled[0];
  if (drawn === undefined) return empty(say<RichText>(locale, NOTHING_YET));
  const { film } = drawn;
  const told = cardOfId(catalog, film.id);
  const again = nextOnes(locale, { command: "pendientes", options: { azar: true, pagina: turn + 1 } }, true);
  return {
    status: "ok",
    result: { films: [{ film }] },
    answer: {
      kind: "film",
      title: heading(locale, film),
      ...(told === undefined
        ? {}
        : { glance: glance(context, told), ...posterOf(locale, film, told.poster) }),
      text: why(context, drawn, own),
      ...(own.length > 1 ? { choices: [again] } : {}),
      follow: [{ label: say(locale, { es: "Ficha", en: "Card" }), ...cardOf(film) }],
      ...filmButtons(context, film),
      notice: true,
    },
  };
}

/** The same film and day give the same number, and neighbours none alike. */
function mixed(film: number, day: number): number {
  const hash = Math.imul(film ^ (day * 0x9e3779b1), 0x85ebca6b);
  return Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
}

/** Why this one, of all that they want to see. */
function why({ locale }: Context, { film, at }: OwnFilm, own: readonly OwnFilm[]): string {
  const day = date(locale, at);
  if (own.length > 1 && own.at(-1)?.film.id === film.id) {
    const words = {
      es: `Es la que más tiempo lleva en tu lista: desde el ${day}.`,
      en: `It has been on your list for longest: since ${day}.`,
    };
    return say(locale, words);
  }
  if (own.length === 1) {
    const words = {
      es: `Es tu única pendiente; la apuntaste el ${day}.`,
      en: `It is the only one on your watchlist; you noted it on ${day}.`,
    };
    return say(locale, words);
  }
  return say(locale, {
    es: `Una de tus ${own.length} pendientes; la apuntaste el ${day}.`,
    en: `One of the ${own.length} on your watchlist; you noted it on ${day}.`,
  });
}

const ON_A_PAGE = 10;

/** What most members have on their lists and none saw. */
export async function ofGroup(context: Context, page: number): Promise<Reply<Listed>> {
  const { locale, catalog } = context;
  const community = communityOf(groupOf(context));
  const store = await storeOf(context);
  await noteMember(context, store);
  const [wanted, seen] = await Promise.all([
    store.lists.ofMembers(community),
    store.ratings.ofMembers(community),
  ]);
  const part = { count: ON_A_PAGE, skip: (page - 1) * ON_A_PAGE };
  const asking = { lists: byPerson(wanted), seen: seen.map(({ film }) => film), ...part };
  const result = await watchlistForGroup(catalog, asking, nextTurn);
  if (result.films.length === 0)
    return empty(page > 1 ? say(locale, NO_MORE) : say<RichText>(locale, GROUP_WANTS_NOTHING));
  return {
    status: "ok",
    result: { films: result.films },
    answer: {
      kind: "list",
      title: say(locale, { es: "Para ver en grupo", en: "To watch as a group" }),
      text: say(locale, {
        es: "Lo que más gente de aquí tiene pendiente y nadie ha visto.",
        en: "What most people here have on their watchlists and nobody has seen.",
      }),
      list: {
        numbered: true,
        lines: result.films.map(({ film, wantedBy }) => ({
          head: shortHeading(locale, film),
          details: [wantedByWords(context, wantedBy)],
          asks: cardOf(film),
        })),
      },
      ...(result.more
        ? {
            choices: [
              nextOnes(locale, { command: "pendientes", options: { grupo: true, pagina: page + 1 } }),
            ],
          }
        : {}),
    },
  };
}

function wantedByWords({ locale }: Context, people: number): string {
  const who = count(locale, people, {
    es: { one: "persona", other: "personas" },
    en: { one: "person", other: "people" },
  });
  return say(locale, { es: `la ${people === 1 ? "quiere" : "quieren"} ver ${who}`, en: `wanted by ${who}` });
}

function inGroup({ place }: Context): boolean {
  return place !== undefined && !place.direct;
}

function atRandom({ locale }: Context): Choice {
  const label = say(locale, { es: "Una al azar", en: "One at random" });
  return { label, command: "pendientes", options: { azar: true } };
}

function forGroup({ locale }: Context): Choice {
  const label = say(locale, { es: "Para el grupo", en: "For the group" });
  return { label, command: "pendientes", options: { grupo: true } };
}

function empty(text: RichText): Reply<Listed> {
  const answer: Answer = { kind: "empty", text };
  return { status: "empty", result: { films: [] }, answer };
}

const NOTHING_YET = {
  es: rich`No tienes nada pendiente. Apunta algo: ${mention("pendientes", "el padrino")}, o pulsa ➕ en la ficha de una película.`,
  en: rich`Your watchlist is empty. Note something: ${mention("pendientes", "the godfather")}, or press ➕ on a film's card.`,
};
const GROUP_WANTS_NOTHING = {
  es: rich`Nadie de aquí tiene pendiente nada que no haya visto ya alguien. Se apunta con ${mention("pendientes", "el padrino")}.`,
  en: rich`Nobody here has anything on their watchlist that nobody has seen. Note something with ${mention("pendientes", "the godfather")}.`,
};
const NO_MORE: Words = { es: "No hay más.", en: "There are no more." };
