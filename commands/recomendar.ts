import { z } from "zod";
import type { Reply } from "../src/chat/answer.js";
import { defineCommand } from "../src/chat/command.js";
import type { Context } from "../src/chat/context.js";
import { count, list, plural } from "../src/chat/format.js";
import { say } from "../src/chat/locale.js";
import { filmRef, integer } from "../src/chat/options.js";
import {
  type NamedReason,
  popularFilms,
  type Recommendation,
  type Recommendations,
  recommendationsSchema,
  similarFilms,
} from "../src/queries/recommend.js";
import { forFilm } from "./shared/reference.js";
import { genreName, heading, shortHeading } from "./shared/wording.js";

export const recomendar = defineCommand({
  name: "recomendar",
  summary: { es: "Películas parecidas a otra, y por qué", en: "Films like another one, and why" },
  options: z.strictObject({
    titulo: filmRef().optional(),
    cantidad: integer({ min: 1, max: 10, default: 5 }, { es: "Cantidad", en: "Count" }),
  }),
  result: recommendationsSchema,
  positional: ["titulo"],
  examples: ["recomendar el padrino", "recomendar matrix cantidad=10"],
  run(context, options) {
    if (options.titulo === undefined) return nothingNamed(context, options.cantidad);
    return forFilm(context, { command: "recomendar", option: "titulo", options }, (row) => {
      const { catalog, locale } = context;
      const result = similarFilms(catalog, row, options.cantidad);
      if (result.film === null || result.recommendations.length === 0) return nothingAlike(context, result);
      const title = heading(locale, result.film);
      return {
        status: "ok",
        result,
        answer: {
          kind: "list",
          title: say(locale, { es: `Parecidas a ${title}`, en: `Like ${title}` }),
          list: result.recommendations.map((recommendation) => line(context, recommendation)),
        },
      };
    });
  },
});

function nothingNamed({ catalog, locale }: Context, count: number): Reply<Recommendations> {
  const result = popularFilms(catalog, count);
  return {
    status: "ok",
    result,
    answer: {
      kind: "list",
      title: say(locale, { es: "Para empezar, de todo un poco", en: "To begin with, a bit of everything" }),
      list: result.recommendations.map(({ film }) => heading(locale, film)),
      footer: say(locale, {
        es: "Dime una película que te guste: /recomendar el padrino",
        en: "Name a film you like: /recomendar the godfather",
      }),
    },
  };
}

function nothingAlike({ locale }: Context, result: Recommendations): Reply<Recommendations> {
  return {
    status: "empty",
    result,
    answer: {
      kind: "empty",
      text: say(locale, {
        es: "De esta película se sabe demasiado poco para encontrarle parecidas.",
        en: "Too little is known of this film to find others like it.",
      }),
    },
  };
}

function line(context: Context, { film, reasons }: Recommendation): string {
  const { locale } = context;
  const why = reasons.map((reason) => reasonWords(context, reason)).join("; ");
  return why === "" ? heading(locale, film) : `${shortHeading(locale, film)}: ${why}`;
}

/** More than these names or themes tire. */
const MOST_NAMES = 3;

const THEMES = { es: { one: "tema", other: "temas" }, en: { one: "theme", other: "themes" } };
const SHARED_THEMES = {
  es: { one: "tema en común", other: "temas en común" },
  en: { one: "theme in common", other: "themes in common" },
};

/** Themes without a Spanish name are not said to Spanish readers: counted, not mixed in. */
function reasonWords(context: Context, { kind, shared }: NamedReason): string {
  const { locale } = context;
  const names = list(
    locale,
    shared.slice(0, MOST_NAMES).map(({ name }) => name),
  );
  switch (kind) {
    case "collection":
      return say(locale, { es: "de la misma saga", en: "of the same franchise" });
    case "director":
      return say(locale, {
        es: `también la ${shared.length > 1 ? "dirigen" : "dirige"} ${names}`,
        en: `also directed by ${names}`,
      });
    case "cast":
      return say(locale, { es: `con ${names}`, en: `with ${names}` });
    case "keywords": {
      const names = shared.flatMap(({ name, nameEs }) => (locale.language === "en" ? name : (nameEs ?? [])));
      // Two keywords may have one name in Spanish.
      const themes = [...new Set(names)].slice(0, MOST_NAMES);
      if (themes.length === 0) return count(locale, shared.length, SHARED_THEMES);
      const word = plural(locale, themes.length, THEMES);
      return `${word}: ${list(locale, themes)}`;
    }
    case "genres": {
      const labels = shared.slice(0, MOST_NAMES).map(({ name }) => genreName(context, name));
      const genres = list(locale, labels).toLocaleLowerCase(locale.tag);
      return say(locale, { es: `también es de ${genres}`, en: `also ${genres}` });
    }
  }
}
