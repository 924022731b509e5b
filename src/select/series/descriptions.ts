/** Words in the titles and descriptions of series. */
import { type Catalog, oncePerCatalog } from "../../catalog/catalog.js";
import { eachRow, type SeriesRow } from "../../catalog/rows.js";

/** All texts one after the other, plain, and where those of each series begin. */
interface Texts {
  readonly all: string;
  readonly begins: Int32Array;
}

const MARKS = /\p{Mn}+/gu;
/** Between the texts of two series: in no phrase. */
const END = "\n";

/** Lower case without accents; what is no letter and no figure is a blank. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ");
}

/** Read when the first theme is asked for: some twenty milliseconds of six thousand series. */
const textsOf = oncePerCatalog((catalog): Texts => {
  const { series, platformTitles: titles } = catalog;
  const begins = new Int32Array(series.rowCount);
  const parts: string[] = [];
  let length = 0;
  for (const row of eachRow(series)) {
    begins[row] = length;
    const texts = Array.from(series.titles.get(row)).flatMap((title) =>
      [titles.title.get(title), titles.titleEs.get(title), titles.description.get(title)].flatMap(
        (text) => text ?? [],
      ),
    );
    const part = ` ${plain(texts.join(" "))} ${END}`;
    parts.push(part);
    length += part.length;
  }
  return { all: parts.join(""), begins };
});

/** What may follow the words of a phrase within its last word: a plural. */
const WORD_END = /^(?:s|es|ies)? /u;

/** The series in whose titles or descriptions one of some phrases stands. */
export function seriesAbout(catalog: Catalog, phrases: readonly string[]): ReadonlySet<SeriesRow> {
  const { all, begins } = textsOf(catalog);
  const found = new Set<SeriesRow>();
  for (const phrase of phrases) {
    const words = plain(phrase).trim();
    if (words === "") continue;
    for (let at = all.indexOf(` ${words}`); at >= 0; at = all.indexOf(` ${words}`, at + 1)) {
      const end = at + 1 + words.length;
      if (WORD_END.test(all.slice(end, end + 4))) found.add(seriesAt(begins, at));
    }
  }
  return found;
}

/** The series whose texts a place is in. */
function seriesAt(begins: Int32Array, place: number): SeriesRow {
  let low = 0;
  let high = begins.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((begins[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return (low - 1) as SeriesRow;
}
