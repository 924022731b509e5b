/** Puts the engine together over a catalogue. */
import type { Catalog } from "../catalog/catalog.js";
import { filmFame, isAdult } from "../catalog/film.js";
import { filmLabel, filmText } from "../catalog/labels.js";
import { writtenOut } from "./encode/abbreviations.js";
import { otherGivenNames } from "./encode/given-names.js";
import { KEY_KINDS, type KeyKind } from "./encode/keys.js";
import { completeRows } from "./names/completion.js";
import { explainFilm } from "./names/explain.js";
import { Known } from "./names/fame.js";
import { resolveFilm } from "./names/film-titles.js";
import { KeyIndex } from "./names/index/key-index.js";
import { WordIndex } from "./names/index/word-index.js";
import { type Domain, resolveName } from "./names/matching.js";
import type { Completion, CompletionKind, Find, Resolution, Role, Row, Vocabulary } from "./port.js";
import { createVocabulary, type VocabularyIndex } from "./vocabulary/closed-vocabulary.js";

/** What the parts of a title cost beside the whole, in edits. */
export const FILM_KINDS: Record<KeyKind, number> = kindCosts({
  alias: 0.25,
  bare: 0.4,
  head: 0.5,
  tail: 0.8,
});
/** A last name alone means its best known bearer, unless somebody is called just that. */
const PERSON_KINDS: Record<KeyKind, number> = kindCosts({ alias: 0.05, short: 0.3 });
const GENERIC_KINDS: Record<KeyKind, number> = kindCosts({ alias: 0.3, short: 0.05 });

function kindCosts(costs: Partial<Record<keyof typeof KEY_KINDS, number>>): Record<KeyKind, number> {
  return Object.fromEntries(
    Object.entries(KEY_KINDS).map(([name, kind]) => [kind, costs[name as keyof typeof KEY_KINDS] ?? 0]),
  ) as Record<KeyKind, number>;
}

/** How well known all films of each row are together, for collections and companies. */
function summedFame(catalog: Catalog, table: "collections" | "companies", fame: Int32Array): number[] {
  const { films, rowCount } = catalog[table];
  return Array.from({ length: rowCount }, (_, row) =>
    films.get(row).reduce((sum, film) => sum + fame[film], 0),
  );
}

export function createFind(catalog: Catalog): Find {
  const { films, people, collections, companies } = catalog;
  const domain = (
    keys: "film" | "person" | "collection" | "company",
    votes: ArrayLike<number>,
    kinds: Record<KeyKind, number>,
  ): Domain => {
    const index = new KeyIndex(
      catalog[`${keys}Keys`],
      catalog[`${keys}Prefixes`],
      catalog[`${keys}LetterSegments`],
      catalog[`${keys}SoundSegments`],
      catalog[`${keys}Consonants`],
    );
    const words = new WordIndex(catalog[`${keys}Words`], catalog[`${keys}WordSegments`]);
    return { index, words, known: new Known(votes, index), editsHalfTyped: 2, kindCosts: kinds };
  };
  const fame = filmFame(catalog);
  const filmDomain = { ...domain("film", fame, FILM_KINDS), otherForms: writtenOut };
  const actors = {
    ...domain("person", people.actedVotes, PERSON_KINDS),
    // Among so many names a second slip means too many of them.
    editsHalfTyped: 1,
    otherForms: otherGivenNames,
  };
  const knownDirectors = new Known(people.directedVotes, actors.index);
  const roles: Record<Role, Domain> = { actor: actors, director: { ...actors, known: knownDirectors } };
  const collectionDomain = domain("collection", summedFame(catalog, "collections", fame), GENERIC_KINDS);
  const companyDomain = domain("company", summedFame(catalog, "companies", fame), GENERIC_KINDS);

  const inRole: Record<Role, (row: Row) => boolean> = {
    actor: (row) => people.acted.size(row) > 0,
    director: (row) => people.directed.size(row) > 0,
  };
  const any = () => true;

  const vocabularies = new Map<Vocabulary, VocabularyIndex>();
  const vocabulary = (name: Vocabulary): VocabularyIndex => {
    const known = vocabularies.get(name) ?? createVocabulary(catalog, name);
    vocabularies.set(name, known);
    return known;
  };

  const named = (
    prefix: string,
    table: { id: Int32Array; name: { get(row: Row): string } },
    rows: readonly Row[],
  ): Completion[] =>
    rows.map((row) => {
      const name = table.name.get(row);
      return { label: name, value: `${prefix}:${table.id[row]}`, text: name };
    });

  const complete = (kind: CompletionKind, text: string, limit: number, tag: string): Completion[] => {
    switch (kind) {
      case "film":
        return completeRows(filmDomain, text, limit, (row) => !isAdult(catalog, row)).map((row) => ({
          label: filmLabel(catalog, row, tag),
          value: `tmdb:${films.id[row]}`,
          text: filmText(catalog, row, tag),
        }));
      case "actor":
      case "director":
        return named("person", people, completeRows(roles[kind], text, limit, inRole[kind]));
      case "collection":
        return named("collection", collections, completeRows(collectionDomain, text, limit, any));
      case "company":
        return named("company", companies, completeRows(companyDomain, text, limit, any));
      default:
        return vocabulary(kind)
          .complete(text, limit)
          .map(({ label }) => {
            const shown = tag.startsWith("es") ? label.es : label.en;
            return { label: shown, value: shown, text: shown };
          });
    }
  };

  return {
    film: (text) => resolveFilm(catalog, filmDomain, text),
    explainFilm: (text) => explainFilm(catalog, filmDomain, text),
    person: (text, role) =>
      byId(text, "person", people.id, inRole[role]) ?? resolveName(roles[role], text, inRole[role]),
    collection: (text) =>
      byId(text, "collection", collections.id, any) ?? resolveName(collectionDomain, text),
    company: (text) => byId(text, "company", companies.id, any) ?? resolveName(companyDomain, text),
    term: (name, text) => vocabulary(name).resolve(text),
    complete,
  };
}

/** "person:31" → its row; undefined where the text names no id. Ids of names without one are below 0. */
function byId(
  text: string,
  prefix: string,
  ids: Int32Array,
  accepts: (row: Row) => boolean,
): Resolution<Row> | undefined {
  const match = new RegExp(`^\\s*${prefix}:(-?\\d{1,9})\\s*$`, "i").exec(text);
  if (match === null) return undefined;
  const row = ids.indexOf(Number(match[1]));
  return row >= 0 && accepts(row)
    ? { kind: "found", value: row, fit: "exact", namesakes: [] }
    : { kind: "none", suggestions: [] };
}
