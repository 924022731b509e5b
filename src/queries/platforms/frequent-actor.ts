/** Who appears most often on a platform. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import { catalogueOf, catalogueSchema, type PlatformId, platformSchema, titlesOf } from "./catalogue.js";

export const platformActorSchema = z.object({
  platform: platformSchema,
  year: z.int(),
  person: z.object({ name: z.string() }),
  titleCount: z.int(),
  others: z.array(z.string()).describe("Further people in as many titles"),
  ...catalogueSchema.shape,
});

export type PlatformActor = z.infer<typeof platformActorSchema>;

/**
 * Who appears most often in a platform's titles (movies and series) of a year. Names are compared without
 * regard to case and shown as first written; of several in as many titles the first by name is given, the
 * rest beside.
 * @returns undefined where no title names a cast
 */
export function mostFrequentActor(
  catalog: Catalog,
  platform: PlatformId,
  year: number,
): PlatformActor | undefined {
  const counts = new Map<string, { name: string; titleCount: number }>();
  for (const title of titlesOf(catalog, platform, year)) {
    const cast = new Map(catalog.platformTitles.cast.get(title).map((name) => [name.toLowerCase(), name]));
    for (const [key, name] of cast) {
      const counted = counts.get(key);
      if (counted === undefined) counts.set(key, { name, titleCount: 1 });
      else counted.titleCount++;
    }
  }
  let most = 0;
  for (const { titleCount } of counts.values()) most = Math.max(most, titleCount);
  const [first, ...others] = [...counts.values()]
    .filter(({ titleCount }) => titleCount === most)
    .map(({ name }) => name)
    .sort((a, b) => (a < b ? -1 : 1));
  if (first === undefined) return undefined;
  return {
    platform,
    year,
    person: { name: first },
    titleCount: most,
    others,
    ...catalogueOf(catalog, platform),
  };
}
