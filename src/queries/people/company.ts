/** A production company: how many films, and what they brought in; and of one that leads a house, all of its films. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import type { CompanyRow, FilmRow } from "../../catalog/rows.js";
import { bestKnown, filmRefSchema } from "../refs/film.js";
import { namedRef, namedRefSchema } from "../refs/named.js";
import { figures, figuresSchema } from "./figures.js";

const groupSchema = z
  .object({
    name: z.string(),
    nameEs: z.string(),
    members: z
      .array(namedRefSchema.extend({ filmCount: z.int() }))
      .describe("The companies of the house, the one asked for first, then the best known"),
    figures: figuresSchema.describe("Over the films of all members, each counted once"),
  })
  .meta({ id: "CompanyGroup" });

export type CompanyGroup = z.infer<typeof groupSchema>;

export const companySchema = figuresSchema.extend({
  company: namedRefSchema,
  films: z.array(filmRefSchema).describe("The best known"),
  group: groupSchema
    .optional()
    .describe("Where the company leads a house of several: what they made together"),
});

export type Company = z.infer<typeof companySchema>;

const BEST_KNOWN = 10;

export function company(catalog: Catalog, row: CompanyRow): Company {
  const rows = [...catalog.companies.films.get(row)];
  return {
    company: namedRef(catalog.companies, row),
    ...figures(catalog, rows),
    films: bestKnown(catalog, rows, BEST_KNOWN),
    group: groupOf(catalog, row),
  };
}

function groupOf(catalog: Catalog, lead: CompanyRow): CompanyGroup | undefined {
  const { companyGroups, companies } = catalog;
  const group = companyGroups.lead.indexOf(lead);
  if (group < 0) return undefined;
  const rows = [lead, ...companyGroups.members.get(group)];
  if (rows.length === 1) return undefined;
  const films = new Set<FilmRow>(rows.flatMap((row) => [...companies.films.get(row)]));
  return {
    name: companyGroups.nameEn.get(group),
    nameEs: companyGroups.nameEs.get(group),
    members: rows.map((row) => ({ ...namedRef(companies, row), filmCount: companies.films.size(row) })),
    figures: figures(catalog, [...films]),
  };
}
