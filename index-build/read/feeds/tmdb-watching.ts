/** Where a film can be watched, as a line of TMDB's films tells it. TMDB has it from JustWatch. */
import { z } from "zod";
import { WAYS, type Way } from "../../../src/catalog/platforms.js";
import { parseDate } from "../../clean/dates.js";
import { distinctProviders } from "../../clean/providers.js";
import { cleanName } from "../../clean/text.js";
import type { Watching } from "../../records.js";

/** TMDB's names; one that is missing, or of another shape, offers nothing. */
const NAMES: Readonly<Record<Way, "flatrate" | "free" | "ads" | "rent" | "buy">> = {
  subscription: "flatrate",
  free: "free",
  ads: "ads",
  rent: "rent",
  buy: "buy",
};

const offered = z
  .array(z.object({ provider_name: z.string() }).catch({ provider_name: "" }))
  .nullish()
  .catch(undefined);

/** Undefined where the region is not told: then nothing is known of where a film can be watched. */
export const providersSchema = z
  .object({
    region: z.string().regex(/^[A-Z]{2}$/u),
    flatrate: offered,
    free: offered,
    ads: offered,
    rent: offered,
    buy: offered,
  })
  .nullish()
  .catch(undefined);

/** @param at when TMDB was asked, ISO 8601 */
export function watchingOf(
  providers: z.output<typeof providersSchema>,
  at: string | null | undefined,
): Watching | undefined {
  if (!providers) return undefined;
  const names = (way: Way) =>
    distinctProviders(
      (providers[NAMES[way]] ?? []).flatMap(({ provider_name: name }) => cleanName(name) ?? []),
    );
  return {
    region: providers.region,
    asOf: at ? parseDate(at.slice(0, 10)) : undefined,
    offers: Object.fromEntries(WAYS.map((way) => [way, names(way)])) as Record<Way, string[]>,
  };
}
