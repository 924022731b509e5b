import { z } from "zod";
import { defineCommand } from "../../src/chat/command/command.js";
import { platform } from "../../src/chat/command/options.js";
import type { Context } from "../../src/chat/contract.js";
import { count, list } from "../../src/chat/format.js";
import { say } from "../../src/chat/locale.js";
import { isSample } from "../../src/queries/platforms/catalogue.js";
import { platformCount, platformCountSchema } from "../../src/queries/platforms/count.js";
import { notLoaded, platformNamed } from "../shared/platform.js";
import { catalogueNote, filmCount } from "../shared/words/wording.js";

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
    const { catalog } = context;
    const asked = platformNamed(context);
    const missing = notLoaded(context, asked);
    if (missing) return missing;
    const result = platformCount(catalog, asked.id);
    return {
      status: "ok",
      result,
      answer: {
        kind: "figure",
        title: countWords(context, asked.name, result),
        ...catalogueNote(context, result),
      },
    };
  },
});

const SERIES = { es: { one: "serie", other: "series" }, en: { one: "series", other: "series" } };

/** "Netflix: 6.131 películas y 2.676 series"; of a sample only that so many are known. */
function countWords(
  { locale, catalog }: Context,
  platform: string,
  { movieCount, seriesCount, dataDate }: z.infer<typeof platformCountSchema>,
): string {
  const counted = list(locale, [filmCount(locale, movieCount), count(locale, seriesCount, SERIES)]);
  if (!isSample(catalog)) return `${platform}: ${counted}`;
  const year = dataDate?.slice(0, 4);
  return say(locale, {
    es: `Conozco ${counted} de ${platform} (muestra${year === undefined ? "" : ` de ${year}`})`,
    en: `I know ${counted} on ${platform} (a sample${year === undefined ? "" : ` of ${year}`})`,
  });
}
