import { z } from "zod";
import { defineCommand } from "../../src/chat/command/command.js";
import { durationType, platform } from "../../src/chat/command/options.js";
import type { Context } from "../../src/chat/contract.js";
import { count, list, plural } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import {
  longestTitle,
  longestTitleSchema,
  type PlatformTitleRef,
} from "../../src/queries/platforms/longest-title.js";
import { nothing, notLoaded, platformNamed, yearOption } from "../shared/platform.js";
import { term } from "../shared/term.js";
import { catalogueName, minutes } from "../shared/wording.js";

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
    const { title, doubtful } = result;
    return {
      status: "ok",
      result,
      answer: {
        kind: "figure",
        title: titleWords(locale, title),
        fields: [
          { name: say(locale, { es: "Duración", en: "Duration" }), value: duration(locale, title) },
          { name: say(locale, { es: "Plataforma", en: "Platform" }), value: platformName(context, title) },
        ],
        ...(doubtful.length > 0 ? { footer: doubtfulWords(locale, doubtful) } : {}),
      },
    };
  },
});

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

/** More than these are only counted. */
const MOST_NAMED = 3;

/** Names what would be longer if it could be believed. */
function doubtfulWords(locale: Locale, doubtful: readonly PlatformTitleRef[]): string {
  const named = doubtful
    .slice(0, MOST_NAMED)
    .map((title) => `${titleWords(locale, title)}: ${duration(locale, title)}`);
  const rest = doubtful.length - named.length;
  const items = rest > 0 ? [...named, say(locale, { es: `${rest} más`, en: `${rest} more` })] : named;
  const word = plural(locale, doubtful.length, {
    es: { one: "Duración dudosa", other: "Duraciones dudosas" },
    en: { one: "Doubtful duration", other: "Doubtful durations" },
  });
  return `${word}: ${list(locale, items)}.`;
}
