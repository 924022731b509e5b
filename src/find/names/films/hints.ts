/**
 * A title with a word more: "la peli de titanic", "dune de villeneuve", "scarface al pacino", "la ultima de james
 * bond". A run of the typed words has to be a title, and each of the others has to be a filler, or true of that film.
 */
import type { Catalog } from "../../../catalog/catalog.js";
import type { CollectionRow, FilmRow } from "../../../catalog/rows.js";
import { withoutArticle } from "../../encode/fold.js";
import { joinLiveAction } from "../../reading/distinctions.js";
import { isFiller, withoutOpening } from "../../reading/filler.js";
import { isArticle, isIntroducing, readSaid, type Said, saysMore } from "../../reading/said.js";
import { byScore, type Match, SAME_FIT } from "../candidates.js";
import type { Domain, Domains } from "../domain.js";
import { FilmFacts } from "./facts.js";

type FilmMatch = Match<FilmRow>;

/** Films that a text means by a title and what is said of them. */
export interface Hinted {
  /** Best first. */
  readonly ranked: readonly FilmMatch[];
  /** What spoke for it: something that is true of the film, its place among others, or fillers beside the title alone. */
  readonly by: "fact" | "place" | "filler";
}

/** Where words of a text are looked for; people have one index for all their roles. */
export type HintsDomains = Pick<Domains, "film" | "actor" | "director" | "collection" | "company">;

/** In a longer text a title is not looked for word by word. */
const MOST_WORDS = 14;
/** Of one title so many films are held against what is said of them. */
const MOST_NAMESAKES = 40;
/** What is said of a film may stand behind it in so many words, where its title is only nearly right. */
const MOST_SAID = 3;
/** Who is known two powers of ten better, in votes, is meant before what is newer. */
const KNOWN_BESIDE = 1.6;
/** "La vieja" is the one that people know, not the silent one before it: some thirty times is too much. */
const KNOWN_BESIDE_OLD = 1.07;
/** log10 of the votes from which on somebody is named without more. */
const KNOWN_DIRECTOR = 2;
const KNOWN_ACTOR = 3;
/** Rows up to which a company is. */
const KNOWN_COMPANIES = 400;

/**
 * @param text as `normalise` gives it
 * @param search films by a title that may be misspelt, best first
 */
export function hintedFilms(
  catalog: Catalog,
  domains: HintsDomains,
  text: string,
  search: (title: string) => readonly FilmMatch[],
): Hinted | undefined {
  const named = withoutOpening(text);
  const words = joinLiveAction(named).split(" ");
  const isOpened = named !== text;
  if ((words.length < 2 && !isOpened) || words.length > MOST_WORDS) return undefined;
  const films = new FilmFacts(catalog, domains.company);
  const title = leastTitle(domains, words);
  for (
    let length = words.length - (isOpened ? 0 : 1);
    length >= Math.max(1, title.to - title.from);
    length--
  ) {
    const found = ofLength(films, domains, words, { ...title, length });
    if (found !== undefined) return found;
  }
  return twoTitles(domains.film, words) ?? nearlyTitled(films, domains, words, search);
}

/** Where the words stand that can be nothing but part of the title; from 0 to 0 where there is none. */
interface LeastTitle {
  readonly from: number;
  readonly to: number;
}

/** Looked up before any film is, which takes longer. */
function leastTitle(domains: HintsDomains, words: readonly string[]): LeastTitle {
  const may = words.map((word, at) => isFiller(word) || maySay(domains, words, at));
  const from = may.indexOf(false);
  return from < 0 ? { from: 0, to: 0 } : { from, to: may.lastIndexOf(false) + 1 };
}

/** Whether a word may say something of a film beside its title. */
function maySay(domains: HintsDomains, words: readonly string[], at: number): boolean {
  const word = words[at] ?? "";
  const previous = words[at - 1];
  // "Con Paulina García" and "con la Paulina García" alike.
  const introducing = isArticle(previous) ? words[at - 2] : previous;
  if (isIntroducing(introducing) || saysMore(word, previous, words[at + 1]) || namesDirector(domains, word))
    return true;
  const { actor, company } = domains;
  const person = actor.words.bestKey(word);
  if (person !== undefined && actor.fame.logVotes(actor.index.target(person)) >= KNOWN_ACTOR) return true;
  const house = company.words.bestKey(word);
  return house !== undefined && company.index.target(house) < KNOWN_COMPANIES;
}

function namesDirector({ director }: HintsDomains, word: string): boolean {
  const person = director.words.bestKey(word);
  return person !== undefined && director.fame.logVotes(director.index.target(person)) >= KNOWN_DIRECTOR;
}

/** "terminator el exterminador": two titles of one film. */
function twoTitles(domain: Domain<FilmRow>, words: readonly string[]): Hinted | undefined {
  for (let at = 1; at < words.length; at++) {
    const first = exactly(domain, words.slice(0, at).join(" "));
    if (first.length === 0) continue;
    const other = words.slice(at).join(" ");
    const rest = [...exactly(domain, other), ...exactly(domain, withoutArticle(other))];
    const both = first.filter(({ row }) => rest.some((second) => second.row === row));
    if (both.length > 0) return { ranked: both.sort(byScore), by: "fact" };
  }
  return undefined;
}

/** Titles of so many of the words, wherever they stand. */
function ofLength(
  films: FilmFacts,
  domains: HintsDomains,
  words: readonly string[],
  { from: begin, to: end, length }: LeastTitle & { readonly length: number },
): Hinted | undefined {
  const ranked: FilmMatch[] = [];
  let by: Hinted["by"] = "filler";
  const last = end > begin ? begin : words.length - length;
  for (let from = Math.max(0, end - length); from <= last && from + length <= words.length; from++) {
    const title = words.slice(from, from + length);
    if (title.every(isFiller)) continue;
    const said = readSaid(words.slice(0, from), words.slice(from + length));
    const titled = exactly(domains.film, title.join(" "));
    const right = titled.filter(({ row }) => films.bearOut(row, said));
    const named = newestOfSeries(films, domains.film, pick(films, right, said), titled, said);
    const picked = named.length > 0 ? named : inSeries(films, domains, title.join(" "), said);
    if (picked.length === 0) continue;
    ranked.push(...picked);
    if (isFact(said)) by = "fact";
    else if (by === "filler" && (said.order !== undefined || said.place !== undefined)) by = "place";
  }
  return ranked.length === 0 ? undefined : { ranked: ranked.sort(byScore), by };
}

/** "dracula de coppola": the title is more than what was typed of it, but the director leaves no doubt. */
function nearlyTitled(
  films: FilmFacts,
  domains: HintsDomains,
  words: readonly string[],
  search: (title: string) => readonly FilmMatch[],
): Hinted | undefined {
  for (let behind = 1; behind <= MOST_SAID && behind < words.length; behind++) {
    if (isFiller(words.at(-behind) ?? "")) continue;
    const title = words.slice(0, -behind);
    while (title.length > 1 && isFiller(title.at(-1) ?? "")) title.pop();
    const said = readSaid([], words.slice(title.length));
    // A year alone leaves doubt: "Justice (2017)" is no "Justice League".
    const named = said.introduced
      ? said.names.length > 0
      : said.names.some((name) => namesDirector(domains, name));
    if (title.every(isFiller) || !named) continue;
    const right = search(title.join(" ")).filter(({ row }) => films.bearOut(row, said));
    if (right.length > 0) return { ranked: pick(films, right, said), by: "fact" };
  }
  return undefined;
}

function isFact({ names, years, countries, decade, animated }: Said): boolean {
  return names.length + years.length + countries.length > 0 || decade !== undefined || animated !== undefined;
}

/** Films of just this title. */
function exactly(domain: Domain<FilmRow>, title: string): FilmMatch[] {
  const found = new Map<FilmRow, FilmMatch>();
  eachExact(domain, title, (row, key, part) => {
    if (part >= (found.get(row)?.cost ?? Number.POSITIVE_INFINITY)) return;
    if (found.size < MOST_NAMESAKES || found.has(row))
      found.set(row, { row, cost: part, score: domain.fame.weight(row) - part, key });
  });
  return [...found.values()];
}

function eachExact<Row extends number>(
  { index, kindCosts, accepts }: Domain<Row>,
  title: string,
  each: (row: Row, key: number, part: number) => void,
): void {
  const letters = Buffer.from(title.replaceAll(" ", ""));
  index.order.exact(letters, (key) => {
    const row = index.target(key);
    if (accepts(row)) each(row, key, kindCosts[index.kind(key)]);
  });
}

/** The film that is asked for by its place: "toy story la tercera", "dune la nueva". */
function pick(films: FilmFacts, matches: readonly FilmMatch[], { order, place }: Said): FilmMatch[] {
  if (place !== undefined) return matches.filter(({ row }) => films.placeInSeries(row) === place);
  if (order === undefined || matches.length < 2) return [...matches].sort(byScore);
  // Of films nobody knows none is meant, nor of those of which it is but a part of the title.
  const best = Math.max(...matches.map(({ score }) => score));
  const nearest = Math.min(...matches.map(({ cost }) => cost));
  const least = best - (order === "newest" ? KNOWN_BESIDE : KNOWN_BESIDE_OLD);
  const known = matches.filter(({ score, cost }) => score > least && cost < nearest + SAME_FIT);
  const day = ({ row }: FilmMatch) => films.day(row);
  const [first] = known.sort((a, b) => (order === "newest" ? day(b) - day(a) : day(a) - day(b)));
  return first === undefined ? [] : [first];
}

/** A film of so many days is old beside a newer one: ten years. */
const MANY_DAYS = 3650;

/** "top gun la nueva": where one film bears the title alone, the newest of its series that is known. */
function newestOfSeries(
  films: FilmFacts,
  { accepts, fame }: Domain<FilmRow>,
  picked: FilmMatch[],
  titled: readonly FilmMatch[],
  { order }: Said,
): FilmMatch[] {
  const [only] = picked;
  const isAlone = only && titled.filter(({ cost }) => cost < only.cost + SAME_FIT).length === 1;
  const series = order === "newest" && isAlone ? films.seriesOf(only.row) : undefined;
  if (only === undefined || series === undefined) return picked;
  const least = fame.weight(only.row) - KNOWN_BESIDE;
  const newest = films.ofSeries(series).findLast((row) => accepts(row) && fame.weight(row) > least);
  return newest === undefined || films.day(newest) - films.day(only.row) < MANY_DAYS
    ? picked
    : [{ ...only, row: newest, score: fame.weight(newest) }];
}

/** "la ultima de james bond": a film by its place among those of a series. */
function inSeries(
  films: FilmFacts,
  { film, collection }: HintsDomains,
  name: string,
  said: Said,
): FilmMatch[] {
  const { order, place } = said;
  if (order === undefined && place === undefined) return [];
  let series: CollectionRow | undefined;
  eachExact(collection, name, (row) => {
    if (series === undefined || collection.fame.weight(row) > collection.fame.weight(series)) series = row;
  });
  if (series === undefined) return [];
  const members = films.ofSeries(series).filter((row) => film.accepts(row) && films.bearOut(row, said));
  const at = place !== undefined ? place - 1 : order === "oldest" ? 0 : members.length - 1;
  const row = members[at];
  return row === undefined ? [] : [{ row, cost: 0, score: film.fame.weight(row), key: -1 }];
}
