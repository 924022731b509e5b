/** What a half-typed value of an option may become: labels for people, exact values for the option. */
import { type Catalog, idOf } from "../catalog/catalog.js";
import type { Strings } from "../catalog/columns.js";
import { filmLabel, filmText } from "../catalog/labels.js";
import { leadTitle, titleLabel, titleValue } from "../catalog/platform-titles.js";
import type { FilmRow, HasRows, SeriesRow } from "../catalog/rows.js";
import { isLatinAmerican } from "../words.js";
import { begunRows, completeRows } from "./names/completion.js";
import type { Domain, Domains } from "./names/domain.js";
import { collectionReading, companyReading, filmReading, personReading } from "./names/read/readings.js";
import { type IdPrefix, linkIn, namedId } from "./names/read/references.js";
import type { Completion, Find, Resolution, Vocabulary } from "./port.js";
import type { ClosedVocabulary } from "./vocabulary/closed-vocabulary.js";

export function createCompletion(
  catalog: Catalog,
  domains: Domains,
  vocabularyOf: (vocabulary: Vocabulary) => ClosedVocabulary,
): Find["complete"] {
  const { people, collections, companies } = catalog;
  return (kind, text, limit, tag) => {
    switch (kind) {
      case "film":
        return filmsAndSeries(catalog, domains, text, limit, tag);
      case "actor":
      case "director":
        return named(
          "person",
          people,
          rowsFor(domains[kind], text, limit, () => personReading(catalog, domains[kind], kind, text)),
        );
      case "person":
        return named(
          "person",
          people,
          inTurn(
            ...ROLES.map((role) =>
              rowsFor(domains[role], text, limit, () => personReading(catalog, domains[role], role, text)),
            ),
          ).slice(0, limit),
        );
      case "collection":
        return rowsFor(domains.collection, text, limit, () =>
          collectionReading(catalog, domains.collection, text),
        ).map((row) => {
          const name =
            (tag.startsWith("es") ? collections.nameEs.get(row) : undefined) ?? collections.name.get(row);
          return { label: name, value: namedId("collection", idOf(collections, row)), text: name };
        });
      case "company":
        return named(
          "company",
          companies,
          rowsFor(domains.company, text, limit, () => companyReading(catalog, domains.company, text)),
        );
      default:
        return vocabularyOf(kind)
          .complete(text, limit)
          .map(({ label }) => {
            const spanish = isLatinAmerican(tag) ? (label.es419 ?? label.es) : label.es;
            const shown = tag.startsWith("es") ? spanish : label.en;
            return { label: shown, value: shown, text: shown };
          });
    }
  };
}

const ROLES = ["actor", "director"] as const;

/** The first of each list, then the second of each…, each row once. */
function inTurn<Row>(...lists: readonly (readonly Row[])[]): Row[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  const all = Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1)));
  return [...new Set(all.flat())];
}

/** So many films come before any series, though they begin so but for a slip. */
const BEST_FILMS = 2;

/** Films, and where these are few the series that begin so, or that are found where no film is. */
function filmsAndSeries(
  catalog: Catalog,
  domains: Pick<Domains, "film" | "series">,
  text: string,
  limit: number,
  tag: string,
): Completion[] {
  const ofFilm = (row: FilmRow): Completion => ({
    label: filmLabel(catalog, row, tag),
    value: `tmdb:${idOf(catalog.films, row)}`,
    text: filmText(catalog, row, tag),
  });
  const ofSeries = (row: SeriesRow): Completion => {
    const title = leadTitle(catalog, row);
    const label = titleLabel(catalog, title, tag);
    return { label, value: titleValue(catalog, title), text: label };
  };
  if (linkIn(text) !== undefined) {
    return rowsFor(domains.film, text, limit, () => filmReading(catalog, domains.film, text)).map(ofFilm);
  }
  const films = begunRows(domains.film, text, limit);
  const series = text.trim() === "" ? [] : begunRows(domains.series, text, limit);
  if (films.length + series.length > 0) {
    // What begins so but for a slip comes behind a series that begins so; what is far better known stays first.
    const begun = series.length === 0 ? limit : begunRows(domains.film, text, limit, false).length;
    const before = Math.max(begun, BEST_FILMS);
    const ordered = [
      films.slice(0, before).map(ofFilm),
      series.map(ofSeries),
      films.slice(before).map(ofFilm),
    ];
    return ordered.flat().slice(0, limit);
  }
  const meant = completeRows(domains.film, text, limit).map(ofFilm);
  return meant.length > 0 ? meant : completeRows(domains.series, text, limit).map(ofSeries);
}

/** What a link leads to and nothing else; what anything else may become. */
function rowsFor<Row extends number>(
  domain: Domain<Row>,
  text: string,
  limit: number,
  reading: () => Resolution<Row> | undefined,
): readonly Row[] {
  const linked = linkIn(text) === undefined ? undefined : reading();
  if (linked === undefined) return completeRows(domain, text, limit);
  if (linked.kind === "found") return [linked.value];
  return linked.kind === "choices" ? linked.values.slice(0, limit) : [];
}

/** Things with an id and a name that is the same in every language. */
function named<Row extends number>(
  prefix: IdPrefix,
  table: { readonly id: Int32Array; readonly name: Strings<Row> } & HasRows<Row>,
  rows: readonly Row[],
): Completion[] {
  return rows.map((row) => {
    const name = table.name.get(row);
    return { label: name, value: namedId(prefix, idOf(table, row)), text: name };
  });
}
