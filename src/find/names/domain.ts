/**
 * The kinds of thing that are found by name (films, series, actors, directors, collections, companies), and how
 * each is.
 */
import { type Catalog, oncePerCatalog } from "../../catalog/catalog.js";
import type { Strings } from "../../catalog/columns.js";
import { filmFame, isAdult } from "../../catalog/film.js";
import { leadTitle } from "../../catalog/platform-titles.js";
import type { CollectionRow, CompanyRow, FilmRow, PersonRow, SeriesRow } from "../../catalog/rows.js";
import { abbreviatedSeries, writtenOut } from "../encode/abbreviations.js";
import { consonantsOf } from "../encode/consonants.js";
import { companyAlone, franchiseAlone } from "../encode/keys/group-keys.js";
import { KEY_KINDS, type KeyKind } from "../encode/keys/keys.js";
import { otherGivenNames } from "../encode/people/given-names.js";
import { heardAs } from "../encode/people/heard-names.js";
import { Fame } from "./fame.js";
import { houseFame, universeFame } from "./groups/fame.js";
import { KeyIndex } from "./index/key-index.js";
import { WordIndex } from "./index/word-index.js";
import { isAlike } from "./people/likeness.js";

/** How one kind of thing is looked up. */
export interface Domain<Row extends number> {
  readonly index: KeyIndex<Row>;
  readonly words: WordIndex;
  readonly fame: Fame<Row>;
  /** What a key of each kind costs beside the full name, in edits, by `KEY_KINDS`. */
  readonly kindCosts: KindCosts;
  /** Whether a row may be meant at all: no adult film, nobody without a film in the role. */
  accepts(row: Row): boolean;
  /** Other forms of a text that may stand among the keys: abbreviations written out, nicknames. */
  otherForms(text: string): readonly string[];
  /** What a text written by ear may be heard of. */
  heardAs(text: string): readonly string[];
  /** Whether what was written by ear is compared by its sound too. */
  readonly soundsByEar: boolean;
  /** Whether a name that is not the same is near enough to be taken for the text. */
  isAlike(text: string, key: number, row: Row): boolean;
  /** What it costs that another form was meant, in edits. */
  readonly otherFormCost: number;
  /** What being called just that is worth beside a better known bearer of a part of the name, in edits. */
  readonly wholeName: number;
  /** As it is written. */
  nameOf(row: Row): string;
  /** Slips that are looked for in what is half typed; more would take longer than a keystroke may. */
  readonly editsHalfTyped: number;
}

export interface Domains {
  readonly film: Domain<FilmRow>;
  readonly actor: Domain<PersonRow>;
  readonly director: Domain<PersonRow>;
  readonly collection: Domain<CollectionRow>;
  readonly company: Domain<CompanyRow>;
  readonly series: Domain<SeriesRow>;
}

type KindCosts = Readonly<Record<KeyKind, number>>;

/** What the parts of a title cost beside the whole. */
export const FILM_KINDS = kindCosts({
  alias: 0.25,
  bare: 0.4,
  head: 0.5,
  tail: 0.8,
  lent: 0.5,
  initials: 0.6,
});
/** "Tony Hopkins" is more often Anthony than anybody else, unless there is a Tony. */
const OTHER_GIVEN_NAME = 0.3;
/** Who is called "Prince" is meant before a better known Prince, unless hardly known beside them. */
const WHOLE_NAME = 0.9;
/** A given name is also the last name of others, and initials may be a name. */
const INFORMAL = 0.9;
/** A last name alone means its best known bearer, unless somebody is called just that. */
const PERSON_KINDS = kindCosts({ alias: 0.05, short: 0.3, informal: INFORMAL });
/** A franchise is less often called after a later film than after its first. */
const GROUP_KINDS = kindCosts({ alias: 0.05, bare: 0.3, head: 0.4 });

function kindCosts(costs: Partial<Record<keyof typeof KEY_KINDS, number>>): KindCosts {
  const entries = Object.entries(KEY_KINDS) as [keyof typeof KEY_KINDS, KeyKind][];
  return Object.fromEntries(entries.map(([name, kind]) => [kind, costs[name] ?? 0])) as Record<
    KeyKind,
    number
  >;
}

const filmsFame = oncePerCatalog(filmFame);

export function createDomains(catalog: Catalog): Domains {
  const { people, collections, companies } = catalog;
  const votes = () => filmsFame(catalog);
  const person = indexesOf(catalog, "person");
  const acted = new Fame<PersonRow>(() => people.actedVotes, person.index);
  const directed = new Fame<PersonRow>(() => people.directedVotes, person.index);
  const actor: Domain<PersonRow> = {
    ...person,
    fame: acted,
    kindCosts: PERSON_KINDS,
    accepts: (row) => people.acted.size(row) > 0,
    otherForms: otherGivenNames,
    otherFormCost: OTHER_GIVEN_NAME,
    heardAs,
    isAlike: (text, key, row) => isAlike(text, person.index.text(key), acted.logVotes(row)),
    soundsByEar: true,
    wholeName: WHOLE_NAME,
    nameOf: (row) => people.name.get(row),
    // Among so many names a second slip means too many of them.
    editsHalfTyped: 1,
  };
  return {
    film: {
      ...domain(indexesOf(catalog, "film"), catalog.films.title, votes, FILM_KINDS),
      accepts: (row) => !isAdult(catalog, row),
      otherForms: writtenOut,
      nameOf: (row) => catalog.films.title.get(row),
    },
    actor,
    director: {
      ...actor,
      fame: directed,
      isAlike: (text, key, row) => isAlike(text, person.index.text(key), directed.logVotes(row)),
      accepts: (row) => people.directed.size(row) > 0,
    },
    collection: {
      ...domain(
        indexesOf(catalog, "collection"),
        collections.name,
        () => universeFame(catalog, votes()),
        GROUP_KINDS,
      ),
      otherForms: (text) => [...abbreviatedSeries(text), ...listed(franchiseAlone(text))],
    },
    company: {
      ...domain(
        indexesOf(catalog, "company"),
        companies.name,
        () => houseFame(catalog, votes()),
        GROUP_KINDS,
      ),
      otherForms: (text) => listed(companyAlone(text)),
    },
    series: {
      ...domain(
        indexesOf(catalog, "series"),
        { get: (row: SeriesRow) => catalog.platformTitles.title.get(leadTitle(catalog, row)) },
        () => catalog.series.known,
        FILM_KINDS,
      ),
    },
  };
}

function listed(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
}

function heardAsTitle(text: string): string[] {
  const consonants = consonantsOf(text);
  return consonants === "" ? [] : [consonants];
}

type Indexes<Row extends number> = Pick<Domain<Row>, "index" | "words">;

/** A domain in which a text stands for nothing but itself: no abbreviation, no words around a name. */
export function asTyped<Row extends number>(domain: Domain<Row>): Domain<Row> {
  return { ...domain, otherForms: () => [] };
}

/** @param votes by row, when they are first wanted */
function domain<Row extends number>(
  indexes: Indexes<Row>,
  names: Pick<Strings<Row>, "get">,
  votes: () => Int32Array,
  costs: KindCosts,
): Domain<Row> {
  return {
    ...indexes,
    fame: new Fame(votes, indexes.index),
    kindCosts: costs,
    accepts: () => true,
    otherForms: () => [],
    otherFormCost: 0,
    heardAs: heardAsTitle,
    isAlike: () => true,
    soundsByEar: false,
    wholeName: 0,
    nameOf: (row) => names.get(row),
    editsHalfTyped: 2,
  };
}

type KeyedTable = "film" | "person" | "collection" | "company" | "series";

type TargetOf<Keys extends KeyedTable> = Catalog[`${Keys}Keys`]["target"][number];

function indexesOf<Keys extends KeyedTable>(catalog: Catalog, keys: Keys): Indexes<TargetOf<Keys>> {
  return {
    index: new KeyIndex<TargetOf<Keys>>(
      catalog[`${keys}Keys`],
      catalog[`${keys}Prefixes`],
      catalog[`${keys}LetterSegments`],
      catalog[`${keys}SoundSegments`],
      catalog[`${keys}Consonants`],
    ),
    words: new WordIndex(catalog[`${keys}Words`], catalog[`${keys}WordSegments`]),
  };
}
