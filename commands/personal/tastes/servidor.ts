import { z } from "zod";
import { communityChart } from "../../../src/charts/topics/people/tastes.js";
import type { Reply } from "../../../src/chat/answer/reply.js";
import { mention, rich } from "../../../src/chat/answer/rich-text.js";
import type { Answer, Field, Line, RichText } from "../../../src/chat/answer/schema.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import type { Context } from "../../../src/chat/contract.js";
import { count, decimal, list, number, percent } from "../../../src/chat/format.js";
import { communityOf, groupOf, storeOf } from "../../../src/chat/kept.js";
import { say } from "../../../src/chat/locale.js";
import { type Community, community, communitySchema } from "../../../src/queries/taste/community.js";
import { watchlistForGroup } from "../../../src/queries/taste/watchlist.js";
import { nextTurn } from "../../../src/steps.js";
import type { Words } from "../../../src/words.js";
import { USUAL_FORM, withPicture } from "../../charts/pictured.js";
import { byPerson } from "../../shared/by-person.js";
import { cardOf } from "../../shared/card.js";
import { genreName, shortHeading } from "../../shared/words/wording.js";
import { ratingsInTurns } from "./own-ratings.js";

/** Films of everybody's lists that are named here; all of them stand in `/pendientes`. */
const WANTED = 5;

export const servidor = defineCommand({
  names: { es: "servidor", en: "server" },
  synonyms: { es: ["comunidad"], en: ["community"] },
  summary: { es: "Qué le gusta a este servidor o grupo", en: "What this server or group likes" },
  effect: "write",
  options: z.strictObject({}),
  result: communitySchema,
  positional: [],
  examples: ["servidor"],
  async run(context) {
    const { catalog, locale } = context;
    const id = communityOf(groupOf(context));
    const { ratings, lists } = await storeOf(context);
    const [rated, wanted] = await Promise.all([ratings.ofMembers(id), lists.ofMembers(id)]);
    const people = [...(await ratingsInTurns(rated, nextTurn)).values()];
    const result = await community({ catalog, people, pause: nextTurn });
    if (result.people === 0 && wanted.length === 0) {
      const text = say<RichText>(locale, NOTHING);
      return { status: "empty", result, answer: { kind: "empty", text } };
    }
    const asking = { lists: byPerson(wanted), seen: rated.map(({ film }) => film), count: WANTED };
    const listed = await watchlistForGroup(catalog, asking, nextTurn);
    const names = listed.films.map(({ film }) => shortHeading(locale, film));
    const reply: Reply<Community> = { status: "ok", result, answer: answerOf(context, result, names) };
    const chart = communityChart(locale, result);
    return chart === undefined ? reply : withPicture(context, reply, chart, USUAL_FORM);
  },
});

function answerOf(context: Context, result: Community, wanted: readonly string[]): Answer {
  const { locale } = context;
  const lines = result.best.map(({ film, average, people }): Line => {
    const votes = count(locale, people, VOTES);
    return {
      head: shortHeading(locale, film),
      details: [`${decimal(locale, average, 1)} (${votes})`],
      asks: cardOf(film),
    };
  });
  const isPlain = lines.length === 0;
  return {
    kind: "list",
    title: say(locale, { es: "Lo que gusta aquí", en: "What people like here" }),
    glance: [figures(context, result)],
    ...(isPlain ? { text: few(context, result) } : {}),
    fields: fields(context, result, wanted),
    ...(isPlain
      ? {}
      : { list: { heading: say(locale, { es: "Las mejores", en: "The best" }), numbered: true, lines } }),
    choices: [
      {
        label: say(locale, { es: "Para ver en grupo", en: "To watch as a group" }),
        command: "pendientes",
        options: { grupo: true },
      },
    ],
  };
}

function figures({ locale }: Context, { people, ratings, films, average }: Community): string {
  const parts = [
    count(locale, people, PEOPLE),
    count(locale, ratings, SCORES),
    count(locale, films, FILMS),
    average === null
      ? []
      : say(locale, {
          es: `media ${decimal(locale, average, 1)}`,
          en: `average ${decimal(locale, average, 1)}`,
        }),
  ];
  return parts.flat().join(" · ");
}

function few({ locale }: Context, { fewest }: Community): string {
  const people = number(locale, fewest);
  return say(locale, {
    es: `Ninguna película tiene todavía la nota de ${people} personas: a partir de ahí se nombran las mejores.`,
    en: `No film has the scores of ${people} people yet: from there on the best are named.`,
  });
}

function fields(context: Context, result: Community, wanted: readonly string[]): Field[] {
  const { locale } = context;
  const genres = result.genres.map(({ name }) => genreName(context, name));
  const [divided] = result.divided;
  const watched = result.mostWatched.map(({ film, people }) => `${shortHeading(locale, film)} (${people})`);
  const known: readonly (readonly [Words, string | null])[] = [
    [{ es: "Géneros", en: "Genres" }, genres.length === 0 ? null : list(locale, genres)],
    [
      { es: "Acuerdo", en: "Agreement" },
      result.agreement === null ? null : percent(locale, result.agreement / 100),
    ],
    [
      { es: "La que más divide", en: "The most divided" },
      divided === undefined ? null : shortHeading(locale, divided.film),
    ],
    [{ es: "Más vistas", en: "Most seen" }, watched.length === 0 ? null : list(locale, watched)],
    [{ es: "Más esperadas", en: "Most wanted" }, wanted.length === 0 ? null : list(locale, wanted)],
  ];
  return known.flatMap(([name, value]) => (value === null ? [] : [{ name: say(locale, name), value }]));
}

const PEOPLE = { es: { one: "persona", other: "personas" }, en: { one: "person", other: "people" } };
const SCORES = { es: { one: "nota", other: "notas" }, en: { one: "score", other: "scores" } };
const FILMS = { es: { one: "película", other: "películas" }, en: { one: "film", other: "films" } };
const VOTES = { es: { one: "nota", other: "notas" }, en: { one: "score", other: "scores" } };
const NOTHING = {
  es: rich`Aquí nadie ha valorado nada todavía. Se empieza con ${mention("valorar", "el padrino 9")} o con ⭐ en la ficha de una película.`,
  en: rich`Nobody has rated anything here yet. Begin with ${mention("valorar", "the godfather 9")}, or with ⭐ on a film's card.`,
};
