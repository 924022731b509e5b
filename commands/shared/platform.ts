/** What the `/plataforma` commands have in common. */
import type { Reply } from "../../src/chat/answer/reply.js";
import { integer } from "../../src/chat/command/options.js";
import type { Context } from "../../src/chat/contract.js";
import { say } from "../../src/chat/locale.js";
import { hasPlatform, type PlatformId } from "../../src/queries/platforms/catalogue.js";
import type { Words } from "../../src/words.js";
import { term } from "./term.js";

export const yearOption = () => integer({ min: 1870, max: 2100 }, { es: "Año", en: "Year" });

export interface NamedPlatform {
  readonly id: PlatformId;
  readonly name: string;
}

/** The platform that the option `plataforma` names, as the catalogue knows it and as people call it. */
export function platformNamed(context: Context): NamedPlatform {
  const { id, label } = term(context, "platform", "plataforma");
  return { id: id as PlatformId, name: say(context.locale, label) };
}

/** The answer where the catalogue of a platform (or of none at all) is not loaded; undefined where it is. */
export function notLoaded({ catalog, locale }: Context, platform?: NamedPlatform): Reply<never> | undefined {
  const loaded =
    platform === undefined ? catalog.platformTitles.rowCount > 0 : hasPlatform(catalog, platform.id);
  if (loaded) return undefined;
  return nothing(
    { locale },
    platform === undefined
      ? { es: "No hay datos de plataformas cargados.", en: "No platform data is loaded." }
      : { es: `No hay datos de ${platform.name} cargados.`, en: `No data of ${platform.name} is loaded.` },
  );
}

export function nothing({ locale }: Pick<Context, "locale">, words: Words): Reply<never> {
  return { status: "empty", result: null, answer: { kind: "empty", text: say(locale, words) } };
}
