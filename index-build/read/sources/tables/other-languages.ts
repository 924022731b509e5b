/** Our own tables of what films are called in other languages and scripts, and of Chinese characters. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { PACKAGE_ROOT } from "../../../../src/package-root.js";
import type { ChineseCharacters } from "../../../clean/texts/chinese.js";
import type { NamesInOtherLanguages } from "../../../merge/other-languages.js";
import type { SourceFile } from "../../../records.js";

export const DATA_FOLDER = join(PACKAGE_ROOT, "data");
/** Titles in Latin letters that no rule could tell. */
const ROMANISED = "romanised-titles.json";
/** Those, and titles in languages other than Spanish and English. */
const NAMES = [ROMANISED, "foreign-titles.json"];
const CHINESE = "chinese-characters.json";

const text = z.string().trim().min(1);
const namesSchema = z.strictObject({
  format: z.literal("claqueta-names/1"),
  films: z.array(
    z.strictObject({
      /** TMDB id; title and year are there for whoever reads the file. */
      id: z.int().positive(),
      title: text,
      year: z.int(),
      names: z.array(text).min(1),
    }),
  ),
});
const chineseSchema = z
  .strictObject({
    format: z.literal("claqueta-chinese/1"),
    /** Character by character beside `simplified`; of several for one, the commonest comes first. */
    traditional: text,
    simplified: text,
    /** Characters by their reading in Mandarin. */
    readings: z.record(z.string().regex(/^[a-z]+$/), text),
  })
  .refine(({ traditional, simplified }) => traditional.length === simplified.length, "not side by side");

/**
 * @param folder where the three tables lie
 * @throws Error where one is missing or damaged
 */
export async function readNamesInOtherLanguages(
  folder: string = DATA_FOLDER,
): Promise<NamesInOtherLanguages> {
  const byFilm = new Map<number, string[]>();
  const romanised = new Map<number, readonly string[]>();
  const files: SourceFile[] = [];
  for (const file of NAMES) {
    const bytes = await readFile(join(folder, file));
    const { films } = namesSchema.parse(JSON.parse(bytes.toString("utf8")));
    for (const { id, names } of films) byFilm.set(id, [...(byFilm.get(id) ?? []), ...names]);
    if (file === ROMANISED) for (const { id, names } of films) romanised.set(id, names);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    files.push({ file, kind: "other-languages", rows: films.length, sha256 });
  }
  return { byFilm, romanised, chinese: await readChinese(join(folder, CHINESE)), files };
}

async function readChinese(file: string): Promise<ChineseCharacters> {
  const { traditional, simplified, readings } = chineseSchema.parse(JSON.parse(await readFile(file, "utf8")));
  const pairs = [...traditional].map((character, i) => [character, simplified[i] ?? character] as const);
  return {
    readings: new Map(
      Object.entries(readings).flatMap(([reading, characters]) =>
        [...characters].map((character) => [character, reading] as const),
      ),
    ),
    simplified: new Map(pairs),
    // Of several the first is to stay: it is set last.
    traditional: new Map(pairs.map(([from, to]) => [to, from] as const).reverse()),
  };
}
