import { z } from "zod";
import { defineCommand } from "../../src/chat/command/command.js";
import { platform } from "../../src/chat/command/options.js";
import { number } from "../../src/chat/format.js";
import { say } from "../../src/chat/locale.js";
import { platformCount, platformCountSchema } from "../../src/queries/platforms/count.js";
import { notLoaded, platformNamed } from "../shared/platform.js";
import { catalogueNote } from "../shared/wording.js";

export const plataformaCantidad = defineCommand({
  names: { es: "plataforma cantidad", en: "platform count" },
  summary: {
    es: "Cuántas películas y series tiene una plataforma",
    en: "How many movies and series a platform has",
  },
  options: z.strictObject({ plataforma: platform() }),
  result: platformCountSchema,
  positional: ["plataforma"],
  label: { es: "Cuántas películas hay en {plataforma}", en: "How many films there are on {plataforma}" },
  examples: ["plataforma cantidad netflix"],
  run(context) {
    const { catalog, locale } = context;
    const asked = platformNamed(context);
    const missing = notLoaded(context, asked);
    if (missing) return missing;
    const result = platformCount(catalog, asked.id);
    return {
      status: "ok",
      result,
      answer: {
        kind: "figure",
        title: asked.name,
        fields: [
          { name: say(locale, { es: "Películas", en: "Movies" }), value: number(locale, result.movieCount) },
          { name: say(locale, { es: "Series", en: "Series" }), value: number(locale, result.seriesCount) },
        ],
        ...catalogueNote(locale, result),
      },
    };
  },
});
