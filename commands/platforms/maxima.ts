import { z } from "zod";
import type { Answer } from "../../src/chat/answer/schema.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { durationType, platform } from "../../src/chat/command/options.js";
import type { Context } from "../../src/chat/contract.js";
import { count, number } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import {
  type LongestTitle,
  longestTitle,
  longestTitleSchema,
  type PlatformTitleRef,
} from "../../src/queries/platforms/longest-title.js";
import { nothing, notLoaded, platformNamed, yearOption } from "../shared/platform.js";
import { term } from "../shared/term.js";
import { catalogueName, minutes } from "../shared/words/wording.js";

export const plataformaMaxima = defineCommand({
  names: { es: "plataforma maxima", en: "platform longest" },
  summary: { es: "La película más larga de las plataformas", en: "The longest title on the platforms" },
  options: z.strictObject({
    anio: yearOption().optional(),
    plataforma: platform().optional(),
    tipo: durationType().optional(),
  }),
  result: longestTitleSchema,
  positional: ["anio", "plataforma", "tipo"],
  examples: ["plataforma maxima 2018 netflix min", "plataforma maxima temporadas"],
  run(context, options) {
    const { catalog, locale } = context;
    const asked = options.plataforma === undefined ? undefined : platformNamed(context);
    const missing = notLoaded(context, asked);
    if (missing) return missing;
    const unit = options.tipo === undefined ? "min" : term(context, "duration", "tipo").id;
    const result = longestTitle(catalog, {
      platform: asked?.id,
      year: options.anio,
      durationType: unit === "season" ? "season" : "min",
    });
    if (result === undefined) {
      return nothing(context, {
        es: "No hay ningún título con duración conocida que sea así.",
        en: "There is no such title with a known duration.",
      });
    }
    const shown = result.watched ?? result.title;
    return {
      status: "ok",
      result,
      answer: {
        kind: "figure",
        title: titleWords(locale, shown),
        fields: [
          { name: say(locale, { es: "Duración", en: "Duration" }), value: duration(locale, shown) },
          { name: say(locale, { es: "Plataforma", en: "Platform" }), value: platformName(context, shown) },
        ],
        ...leftOut(locale, result),
      },
    };
  },
});

/** What would be longer and is not watched through, in a part that opens. */
function leftOut(locale: Locale, { title, watched, doubtful }: LongestTitle): Pick<Answer, "folds"> {
  const longer = watched === null || watched.id === title.id ? doubtful : [...doubtful, title];
  if (longer.length === 0) return {};
  const lines = longer.map((one) => ({ head: titleWords(locale, one), details: [duration(locale, one)] }));
  const label = say(locale, {
    es: `Sin contar vídeos de ambiente ni interactivos (${number(locale, longer.length)})`,
    es419: `Sin contar videos de ambiente ni interactivos (${number(locale, longer.length)})`,
    en: `Not counting ambience and interactive titles (${number(locale, longer.length)})`,
  });
  return { folds: [{ label, list: { lines } }] };
}

function platformName({ find, locale }: Context, { platform: id, ...catalogue }: PlatformTitleRef): string {
  const named = find.term("platform", id);
  return catalogueName(locale, named.kind === "found" ? say(locale, named.value.label) : id, catalogue);
}

/** "La casa de papel (Money Heist, 2017)": as the reader calls it, then as the platform does. */
function titleWords(locale: Locale, { title, titleEs, year }: PlatformTitleRef): string {
  const shown = locale.language === "es" && titleEs !== null ? titleEs : title;
  const details = [shown === title ? [] : title, year ?? []].flat();
  return details.length === 0 ? shown : `${shown} (${details.join(", ")})`;
}

const SEASONS = {
  es: { one: "temporada", other: "temporadas" },
  en: { one: "season", other: "seasons" },
};

function duration(locale: Locale, { durationInt, durationType: unit }: PlatformTitleRef): string {
  return unit === "min" ? minutes(locale, durationInt) : count(locale, durationInt, SEASONS);
}
