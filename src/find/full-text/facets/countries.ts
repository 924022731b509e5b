/** Where films are from, as it stands in a sentence: "argentinas", "coreano", "Japón", "estados unidos". */
import type { Catalog } from "../../../catalog/catalog.js";
import { type CountryRow, eachRow } from "../../../catalog/rows.js";
import { fold } from "../../encode/fold.js";
import { countriesOf } from "../../reading/distinctions.js";
import { COUNTRY_ALIASES } from "../../vocabulary/aliases.js";
import { createVocabularies } from "../../vocabulary/vocabularies.js";

/** @returns the countries that a run of folded words names, as a noun or an adjective; none where it names none */
export function createCountries(catalog: Catalog): (words: readonly string[]) => readonly CountryRow[] {
  const { countries } = catalog;
  const byCode = new Map<string, CountryRow>();
  for (const row of eachRow(countries)) byCode.set(countries.code.get(row), row);
  const byName = new Map<string, CountryRow>();
  for (const { id, label } of createVocabularies(catalog)("country").complete("", countries.rowCount)) {
    const row = byCode.get(id);
    if (row === undefined) continue;
    for (const name of [label.es, label.es419 ?? label.es, label.en, ...(COUNTRY_ALIASES[id] ?? [])])
      byName.set(fold(name), row);
  }
  return (words) => {
    const named = byName.get(words.join(" "));
    if (named !== undefined) return [named];
    const [word, ...others] = words;
    if (word === undefined || others.length > 0) return [];
    const codes = [word, word.replace(/s$/, ""), word.replace(/es$/, "")].map(countriesOf);
    return (codes.find(({ length }) => length > 0) ?? []).flatMap((code) => byCode.get(code) ?? []);
  };
}
