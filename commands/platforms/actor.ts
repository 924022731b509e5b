import { z } from "zod";
import { defineCommand } from "../../src/chat/command/command.js";
import { platform } from "../../src/chat/command/options.js";
import { count, list } from "../../src/chat/format.js";
import { say } from "../../src/chat/locale.js";
import { mostFrequentActor, platformActorSchema } from "../../src/queries/platforms/frequent-actor.js";
import type { Words } from "../../src/words.js";
import { nothing, notLoaded, platformNamed, yearOption } from "../shared/platform.js";
import { catalogueNote } from "../shared/words/wording.js";

const TITLES = {
  es: { one: "título", other: "títulos" },
  en: { one: "title", other: "titles" },
};

const AS_MANY: Words = { es: "En otros tantos", en: "In as many" };
/** More people of the same count tire. */
const MOST_OTHERS = 5;

export const plataformaActor = defineCommand({
  names: { es: "plataforma actor", en: "platform actor" },
  summary: {
    es: "Quién aparece en más títulos de una plataforma en un año",
    en: "Who appears in most titles of a platform in a year",
  },
  options: z.strictObject({ plataforma: platform(), anio: yearOption() }),
  result: platformActorSchema,
  positional: ["plataforma", "anio"],
  examples: ["plataforma actor netflix 2018"],
  run(context, options) {
    const { catalog, locale } = context;
    const asked = platformNamed(context);
    const missing = notLoaded(context, asked);
    if (missing) return missing;
    const result = mostFrequentActor(catalog, asked.id, options.anio);
    if (result === undefined) {
      return nothing(context, {
        es: `De los títulos de ${asked.name} de ${options.anio} no se conoce el reparto.`,
        en: `No cast is known of the titles of ${asked.name} of ${options.anio}.`,
      });
    }
    const titles = count(locale, result.titleCount, TITLES);
    const others = result.others.slice(0, MOST_OTHERS);
    return {
      status: "ok",
      result,
      answer: {
        kind: "person",
        title: result.person.name,
        text: say(locale, {
          es: `Aparece en ${titles} de ${asked.name} de ${result.year}.`,
          en: `Appears in ${titles} of ${result.year} on ${asked.name}.`,
        }),
        ...(others.length > 0
          ? { fields: [{ name: say(locale, AS_MANY), value: list(locale, others) }] }
          : {}),
        ...catalogueNote(context, result),
      },
    };
  },
});
