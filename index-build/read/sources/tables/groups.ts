/** Our own tables of what belongs together: studios, universes, and what people call the franchises, themes. */
import { z } from "zod";
import type { OwnGroups } from "../../../records.js";
import { readPackageTable } from "./package-table.js";

const COMPANIES = "company-groups.json";
const UNIVERSES = "universes.json";
const FRANCHISES = "franchise-names.json";
export const THEMES_FILE = "themes.json";

const name = z.string().trim().min(1);
const aka = z.array(name);

const companiesSchema = z.strictObject({
  format: z.literal("claqueta-companies/1"),
  groups: z.array(
    z.strictObject({
      es: name,
      en: name,
      /** The company people mean, and the others of its house, by their names in the sources. */
      lead: name,
      members: z.array(name),
      aka,
    }),
  ),
});

const universesSchema = z.strictObject({
  format: z.literal("claqueta-universes/1"),
  universes: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u),
      es: name,
      en: name,
      /** The collection of the sources that people mean by this name; a universe without one stands for itself. */
      lead: name.optional(),
      /** The order of `films`: that of the story where they tell one, else that of release. */
      listed: z.enum(["story", "release"]),
      aka,
      films: z
        .array(
          z.strictObject({
            /** TMDB id; title and year are for whoever reads the file. */
            id: z.int().positive(),
            title: name,
            year: z.int(),
            /** Made by others, or no part of its story: named apart, and not counted. */
            apart: z.literal(true).optional(),
          }),
        )
        .min(1),
    }),
  ),
});

const franchisesSchema = z.strictObject({
  format: z.literal("claqueta-franchises/1"),
  franchises: z.array(
    z.strictObject({
      /** As the sources call it. */
      collection: name,
      /** In Spain, without "saga"; where it is not what is left of its English name. */
      es: name.optional(),
      /** In Latin America, where it is another. */
      es419: name.optional(),
      aka,
    }),
  ),
});

const themesSchema = z.array(
  z.strictObject({
    es: name,
    en: name,
    said: z.strictObject({ es: z.array(name), en: z.array(name) }),
    /** By their names in the sources. */
    keywords: z.array(name),
  }),
);

/** @throws Error where a file of the package is missing or damaged */
export async function readOwnGroups(): Promise<OwnGroups> {
  const [companies, universes, franchises, themes] = await Promise.all([
    readPackageTable(COMPANIES, companiesSchema),
    readPackageTable(UNIVERSES, universesSchema),
    readPackageTable(FRANCHISES, franchisesSchema),
    readPackageTable(THEMES_FILE, themesSchema),
  ]);
  const { groups } = companies.value;
  return {
    companies: groups,
    universes: universes.value.universes,
    franchises: franchises.value.franchises,
    themes: themes.value,
    files: [
      { ...companies.file, kind: "company-groups", rows: groups.length },
      { ...universes.file, kind: "universes", rows: universes.value.universes.length },
      { ...franchises.file, kind: "franchise-names", rows: franchises.value.franchises.length },
      { ...themes.file, kind: "themes", rows: themes.value.length },
    ],
  };
}
