/** What the `/plataforma` commands have in common. */
import type { Reply } from "../../src/chat/answer/answer.js";
import type { Context } from "../../src/chat/context.js";
import { say } from "../../src/chat/locale.js";
import { integer } from "../../src/chat/command/options.js";
import { hasPlatform, type PlatformId } from "../../src/queries/platforms/titles.js";
import type { Words } from "../../src/words.js";
import { term } from "./term.js";

export const yearOption = () => integer({ min: 1870, max: 2100 }, { es: "Año", en: "Year" });

/** The platform that an option names, as the catalogue knows it and as people call it. */
export function platformNamed(
  context: Context,
  command: string,
  options: Record<string, unknown>,
): { id: PlatformId; name: string } {
  const { id, label } = term(context, "platform", { command, option: "plataforma", options });
  return { id: id as PlatformId, name: say(context.locale, label) };
}

/** The answer where the catalogue of a platform (or of none at all) is not loaded; undefined where it is. */
export function notLoaded(
  { catalog, locale }: Context,
  platform?: { id: PlatformId; name: string },
): Reply<never> | undefined {
  const loaded =
    platform === undefined ? catalog.platformTitles.rowCount > 0 : hasPlatform(catalog, platform.id);
  if (loaded) return undefined;
  const name = platform?.name;
  return nothing(
    { locale },
    name === undefined
      ? { es: "No hay datos de plataformas cargados.", en: "No platform data is loaded." }
      : { es: `No hay datos de ${name} cargados.`, en: `No data of ${name} is loaded.` },
  );
}

export function nothing({ locale }: Pick<Context, "locale">, words: Words): Reply<never> {
  return { status: "empty", result: null, answer: { kind: "empty", text: say(locale, words) } };
}
