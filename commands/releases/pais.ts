import { z } from "zod";
import { defineCommand } from "../../src/chat/command/command.js";
import { country } from "../../src/chat/command/options.js";
import { say } from "../../src/chat/locale.js";
import { countrySchema, filmsOfCountry } from "../../src/queries/releases/places.js";
import { term } from "../shared/term.js";
import { bestKnownList, filmCount } from "../shared/words/wording.js";
import { allOfThem } from "./all-of-them.js";

export const pais = defineCommand({
  names: { es: "pais", en: "country" },
  synonyms: { es: ["paises", "nacionalidad"], en: ["countries", "nationality"] },
  summary: {
    es: "Cuántas películas se produjeron en un país",
    en: "How many films were produced in a country",
  },
  phrases: {
    es: ["cuántas (películas|pelis) (se hicieron|hicieron|[se] produjeron|[se] rodaron) en {pais}"],
    en: ["how many (films|movies) were (made|produced|shot) in {pais}"],
  },
  options: z.strictObject({ pais: country() }),
  result: countrySchema,
  positional: ["pais"],
  label: { es: "Cuántas películas son de {pais}", en: "How many films are from {pais}" },
  examples: ["pais españa", "pais mexico"],
  run(context) {
    const { catalog, locale } = context;
    const { id, label } = term(context, "country", "pais");
    const result = filmsOfCountry(catalog, id);
    return {
      status: "ok",
      result,
      answer: {
        kind: "figure",
        title: `${say(locale, label)}: ${filmCount(locale, result.filmCount)}`,
        ...bestKnownList(locale, result.films),
        ...allOfThem(locale, { pais: id }, result.filmCount),
      },
    };
  },
});
