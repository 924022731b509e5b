/** What a half-typed value of an option may become: labels for people, exact values for the option. */
import { type Catalog, idOf } from "../catalog/catalog.js";
import type { Strings } from "../catalog/columns.js";
import { filmLabel, filmText } from "../catalog/labels.js";
import type { HasRows } from "../catalog/rows.js";
import { completeRows } from "./names/completion.js";
import type { Domains } from "./names/domain.js";
import { type IdPrefix, namedId } from "./names/references.js";
import type { Completion, Find, Vocabulary } from "./port.js";
import type { ClosedVocabulary } from "./vocabulary/closed-vocabulary.js";

export function createCompletion(
  catalog: Catalog,
  domains: Domains,
  vocabularyOf: (vocabulary: Vocabulary) => ClosedVocabulary,
): Find["complete"] {
  const { films, people, collections, companies } = catalog;
  return (kind, text, limit, tag) => {
    switch (kind) {
      case "film":
        return completeRows(domains.film, text, limit).map((row) => ({
          label: filmLabel(catalog, row, tag),
          value: `tmdb:${idOf(films, row)}`,
          text: filmText(catalog, row, tag),
        }));
      case "actor":
      case "director":
        return named("person", people, completeRows(domains[kind], text, limit));
      case "collection":
        return completeRows(domains.collection, text, limit).map((row) => {
          const name =
            (tag.startsWith("es") ? collections.nameEs.get(row) : undefined) ?? collections.name.get(row);
          return { label: name, value: namedId("collection", idOf(collections, row)), text: name };
        });
      case "company":
        return named("company", companies, completeRows(domains.company, text, limit));
      default:
        return vocabularyOf(kind)
          .complete(text, limit)
          .map(({ label }) => {
            const shown = tag.startsWith("es") ? label.es : label.en;
            return { label: shown, value: shown, text: shown };
          });
    }
  };
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
