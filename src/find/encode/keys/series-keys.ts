/** Search keys of series, and what catalogues write into their names. Shared by the build and the query. */
import { filmKeys, type Key } from "./keys.js";

/** What stands in brackets: "(4K UHD)", "[English Subtitled]", "(U.S.)". */
const NOTE = /\s*[([][^()[\]]*[)\]]/gu;
/** A note of the edition: of sound and picture, of a language; not of which of two series it is. */
const EDITION =
  /\b(?:4k|u?hd|dub\w*|sub\w*|audio|ver(?:sion)?|telugu|tamil|hindi|español|remastered|(?:tv |bbc |the )?series|tv)\b/iu;
/** Whose series it is: "Marvel's Daredevil" is called Daredevil. */
const BRAND = /^(?:Marvel|Disney|DC|LEGO|National Geographic)(?:['’]s)? (?=\S)/u;

/** A title without what its catalogue says of the edition: "The Expanse (4K UHD)" is The Expanse. */
export function withoutEdition(title: string): string {
  return title.replace(NOTE, (note) => (EDITION.test(note) ? "" : note)).trim() || title;
}

/**
 * @param names the titles that the catalogues give it, and ours in Spanish; as written
 * @param aliases further names people use, as written
 */
export function seriesKeys(names: readonly string[], aliases: readonly string[]): Key[] {
  const own = names.flatMap((name) => [withoutEdition(name), name.replace(NOTE, "").trim()]);
  const written = [...new Set(own.filter((name) => name !== ""))];
  return filmKeys(written, [...written.map((name) => name.replace(BRAND, "")), ...aliases]);
}
