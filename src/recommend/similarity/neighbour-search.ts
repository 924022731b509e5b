/**
 * The films most similar to a film, by the model's score.
 *
 * Of few films all are scored. Of many, those whose vectors point about the same way (`film-groups.ts`), and of the
 * others those that share a feature that few films have, or were rated by the same people, as far as that could bring
 * them into the list. A film that shares no theme and nobody with another is none of its best: `npm run bench --
 * neighbours` measures how many are missed.
 *
 * Inside films are known by their places, so that those of a group are read one after the other.
 */
import { type FilmRow, filmRow } from "../../catalog/rows.js";
import { type Block, dot, type FeatureRow } from "../features/blocks.js";
import { type Features, PROFILE_BLOCKS, type ProfileBlock } from "../features/compiled.js";
import { type FilmFacts, NO_YEAR } from "../features/facts.js";
import { GenreKinship } from "../features/genre-kinship.js";
import { ProfileScores } from "../features/profiles.js";
import { sparseRow } from "../features/sparse.js";
import { DIMENSIONS, HEAD, partOfProduct, UNIT } from "../features/vectors.js";
import type { Tastes } from "../ratings/tastes.js";
import { ApartScores } from "./apart-scores.js";
import { BestFilms, type RankedFilm } from "./best-films.js";
import { GenreScores } from "./genre-scores.js";
import { ListedScores } from "./listed-scores.js";
import { APART_TERMS, MOST_YEARS, obscurityTerm, type Weights, yearsTerm } from "./model.js";
import { NearGroups } from "./near-groups.js";
import { contentParts, type PairInput, tasteParts } from "./pair.js";
import { SameLanguage } from "./same-language.js";

/** Of so many films all are scored. */
const FEW = 10_000;
/** Of more, those nearest, until so many in a row brought none into the list, or this share of all. */
const PATIENCE = 1_200;
const PATIENCE_SHARE = 1 / 150;
/** In the order of a language's films, which says little of how near they are, so many times as long. */
const MORE_PATIENCE = 4;
/**
 * Sums of a film's score come in several orders, and a vector's length is 1 but for rounding: what is this near is looked
 * at.
 */
const ROUNDING = 0.02;

export interface SearchOptions {
  /**
   * How many films in a row, those with the nearest vectors first, may bring none into the list before no more are looked
   * at; as many as there are, where these are few.
   */
  readonly patience?: number;
}

export class NeighbourSearch {
  readonly #features: Features;
  readonly #weights: Weights;
  readonly #tastes: Tastes | undefined;
  /** By place. */
  readonly #input: Omit<PairInput, "tastes">;
  readonly #patience: number;
  readonly #near: NearGroups;
  /** What listed features and tastes give each film. */
  readonly #alike: ListedScores;
  /** Made when first needed. */
  #sameLanguage: SameLanguage | undefined;
  /** The place for which each group was looked at last. */
  readonly #lookedFor: Int32Array;
  /** What each film's own votes and rating give it. */
  readonly #own: Float32Array;
  readonly #mostOwn: number;
  /** The least and the most of all films' log votes. */
  readonly #endsOfVotes: readonly number[];
  readonly #genres: GenreScores;
  readonly #country: ProfileScores;
  readonly #language: ProfileScores;
  /** What years apart add. */
  readonly #years: Float32Array;
  readonly #apart: ApartScores;

  constructor(features: Features, weights: Weights, tastes?: Tastes, options: SearchOptions = {}) {
    const { facts, groups, profiles, vectors } = features;
    // What could bring a film into the list is reckoned without what sets it apart.
    if (APART_TERMS.some((term) => weights[term] > 0))
      throw new RangeError("what sets films apart counts for them");
    if (weights.vectors < 0) throw new RangeError("like vectors count against films");
    this.#features = features;
    this.#weights = weights;
    this.#tastes = tastes;
    this.#input = {
      facts,
      vectors,
      kinship: new GenreKinship(features.genreVectors),
      cosine: (block, a, b) => dot(featureRow(features, block, a), featureRow(features, block, b)),
      genres: (place) => featureRow(features, "genres", place),
    };
    this.#patience = options.patience ?? patienceFor(facts.count);
    this.#near = new NearGroups(groups, vectors, this.#patience);
    this.#alike = new ListedScores(features, weights);
    this.#lookedFor = new Int32Array(groups.count).fill(-1);
    this.#own = ownScores(facts, weights);
    this.#mostOwn = mostOf(this.#own);
    this.#endsOfVotes = [-mostOf(facts.logVotes.map((votes) => -votes)), mostOf(facts.logVotes)];
    this.#genres = new GenreScores(features, weights);
    this.#country = new ProfileScores(profiles.country, weights.country);
    this.#language = new ProfileScores(profiles.language, weights.language);
    this.#apart = new ApartScores(features.apartFacts, weights);
    this.#years = Float32Array.from(
      { length: MOST_YEARS + 1 },
      (_, gap) => weights.yearsApart * yearsTerm(gap),
    );
  }

  /** The `count` best films for one, best first; never the film itself, never an adult one. */
  best(film: FilmRow, count: number): readonly RankedFilm[] {
    const { groups } = this.#features;
    const place = groups.places[film];
    const alike = this.#alike;
    alike.begin(place, this.#isRated(film));
    this.#addTastes(film);
    const best = new BestFilms(count);
    const query = this.#query(place);
    if (groups.groupAt[place] >= 0) {
      this.#offerNear(best, query);
      this.#offerTouched(best, query);
    } else if (this.#patience >= groups.films.length) this.#offerStretch(best, query, 0, groups.films.length);
    else {
      this.#offerTouched(best, query);
      this.#offerSameLanguage(best, query);
    }
    alike.end();
    return best.sorted();
  }

  #isRated(film: FilmRow): boolean {
    return this.#tastes !== undefined && this.#tastes.logSeen[film] !== 0;
  }

  #addTastes(film: FilmRow): void {
    const tastes = this.#tastes;
    if (tastes === undefined || !this.#isRated(film)) return;
    const { coRated, coSeen, likedTogether, seenTogether } = tastes.of(film);
    const weights = this.#weights;
    const { places } = this.#features.groups;
    for (const other of tastes.rated) {
      this.#alike.add(
        places[other],
        weights.coRated * coRated[other] +
          weights.coSeen * coSeen[other] +
          weights.likedTogether * likedTogether[other] +
          weights.seenTogether * seenTogether[other],
      );
    }
  }

  /** The groups nearest to the film, and where all are looked at, what is in no group. */
  #offerNear(best: BestFilms, query: Query): void {
    const { count, films, offsets } = this.#features.groups;
    this.#near.begin(query.place);
    let inVain = 0;
    for (let group = this.#near.next(); group >= 0; group = this.#near.next()) {
      const [from, to] = [offsets[group], offsets[group + 1]];
      inVain = this.#offerStretch(best, query, from, to) ? 0 : inVain + to - from;
      this.#lookedFor[group] = query.place;
      if (inVain >= this.#patience) return;
    }
    if (this.#patience >= films.length) this.#offerStretch(best, query, offsets[count], films.length);
  }

  /** For a film of which no theme is known, so that none is nearer than others: beside what shares a feature. */
  #offerSameLanguage(best: BestFilms, query: Query): void {
    this.#sameLanguage ??= new SameLanguage(this.#features);
    const { order } = this.#sameLanguage;
    const { language, country } = this.#sameLanguage.of(query.place);
    for (const [from, to] of [
      [country, order.length],
      [language, country],
    ]) {
      let inVain = 0;
      for (let i = from; i < to && inVain < MORE_PATIENCE * this.#patience; i++) {
        const isTouched = this.#alike.scores[order[i]] !== 0;
        inVain = !isTouched && this.#offerOne(best, query, order[i]) ? 0 : inVain + 1;
      }
    }
  }

  #query(place: number): Query {
    const weights = this.#weights;
    const { facts } = this.#features;
    return {
      place,
      logVotes: facts.logVotes[place],
      year: facts.years[place],
      base: weights.always + this.#own[place],
      unknownYears: weights.yearsApart * yearsTerm(undefined),
      genres: this.#genres.of(place),
      country: this.#country.of(place),
      language: this.#language.of(place),
    };
  }

  /**
   * Scores the films of a stretch of places, unless it is clear that the score will not do.
   * @returns whether any entered the list
   */
  #offerStretch(best: BestFilms, query: Query, from: number, to: number): boolean {
    this.#alike.addCommon(from, to);
    // All in locals, constants as well: the loop runs for very many pairs of films.
    const [noYear, mostYears] = [NO_YEAR, MOST_YEARS];
    const alike = this.#alike.scores;
    const ownScore = this.#own;
    const yearScores = this.#years;
    const { facts, profiles } = this.#features;
    const { logVotes, years } = facts;
    const [genresOf, countryOf, languageOf] = [profiles.genres.of, profiles.country.of, profiles.language.of];
    const { logVotes: votes, year, base, unknownYears, genres, country, language } = query;
    const { votesApart, votesTogether, vectors: direction } = this.#weights;
    const together = votesTogether * votes;
    const dated = year !== noYear;
    let floor = best.worst - ROUNDING - direction;
    let entered = false;
    for (let other = from; other < to; other++) {
      const otherYear = years[other];
      const known =
        base +
        alike[other] +
        ownScore[other] +
        together * logVotes[other] +
        votesApart * Math.abs(votes - logVotes[other]) +
        genres[genresOf[other]] +
        country[countryOf[other]] +
        language[languageOf[other]] +
        (dated && otherYear !== noYear
          ? yearScores[Math.min(mostYears, Math.abs(year - otherYear))]
          : unknownYears);
      // No cosine is above 1: most films end here, or once it is known what sets them apart.
      if (known < floor) continue;
      if (!this.#offer(best, query, other, known)) continue;
      entered = true;
      floor = best.worst - ROUNDING - direction;
    }
    return entered;
  }

  /** Scores what shares a feature, and is in no group that was looked at, unless it is clear that it will not do. */
  #offerTouched(best: BestFilms, query: Query): void {
    const alike = this.#alike;
    const { touched, touchedCount, scores } = alike;
    const isAddedUp = alike.addUpCommon();
    const most = this.#mostKnown(query) + this.#weights.vectors + ROUNDING;
    const { groupAt } = this.#features.groups;
    const lookedFor = this.#lookedFor;
    for (let i = 0; i < touchedCount; i++) {
      const other = touched[i];
      const inCommon = isAddedUp ? alike.common(other) : alike.mostInCommon;
      if (scores[other] + inCommon + most < best.worst) continue;
      const group = groupAt[other];
      if (group >= 0 && lookedFor[group] === query.place) continue;
      this.#offerOne(best, query, other);
    }
  }

  /** @returns whether it entered the list */
  #offerOne(best: BestFilms, query: Query, other: number): boolean {
    const alike = this.#alike;
    const known = this.#known(query, other) + alike.scores[other];
    if (known + alike.mostInCommon + this.#weights.vectors + ROUNDING < best.worst) return false;
    return this.#offer(best, query, other, known + alike.common(other));
  }

  /** What is known of two films without their features, their vectors, and what sets them apart. */
  #known(query: Query, other: number): number {
    const { facts, profiles } = this.#features;
    const { logVotes, years } = facts;
    const { votesApart, votesTogether } = this.#weights;
    return (
      query.base +
      this.#own[other] +
      votesTogether * query.logVotes * logVotes[other] +
      votesApart * Math.abs(query.logVotes - logVotes[other]) +
      query.genres[profiles.genres.of[other]] +
      query.country[profiles.country.of[other]] +
      query.language[profiles.language.of[other]] +
      (query.year !== NO_YEAR && years[other] !== NO_YEAR
        ? this.#years[Math.min(MOST_YEARS, Math.abs(query.year - years[other]))]
        : query.unknownYears)
    );
  }

  /** What `#known` is at most. */
  #mostKnown({ base, logVotes, genres, country, language, unknownYears }: Query): number {
    const { votesApart, votesTogether } = this.#weights;
    const votes = this.#endsOfVotes.map(
      (others) => votesTogether * logVotes * others + Math.max(0, votesApart) * Math.abs(logVotes - others),
    );
    const years = Math.max(unknownYears, this.#years[0], this.#years[MOST_YEARS]);
    return (
      base + this.#mostOwn + Math.max(...votes) + mostOf(genres) + mostOf(country) + mostOf(language) + years
    );
  }

  /**
   * @param known the score but for what sets the films apart, and their vectors
   * @returns whether it entered the list
   */
  #offer(best: BestFilms, { place }: Query, other: number, known: number): boolean {
    const { groups, tails, vectors } = this.#features;
    const { vectors: direction } = this.#weights;
    const floor = best.worst - ROUNDING;
    const without = known + this.#apart.of(place, other);
    if (without + direction < floor || other === place) return false;
    const unit = direction / (UNIT * UNIT);
    const head = without + unit * partOfProduct(vectors, place, other, 0, HEAD);
    if (head + unit * tails[place] * tails[other] < floor) return false;
    const score = head + unit * partOfProduct(vectors, place, other, HEAD, DIMENSIONS);
    return best.offer(groups.films[other], score);
  }

  /** Every part of the score of two films, in the order of PARTS, unweighted. */
  parts(a: FilmRow, b: FilmRow): number[] {
    const { places } = this.#features.groups;
    const content = contentParts(this.#input, filmRow(places[a]), filmRow(places[b]));
    return [...content, ...tasteParts(this.#tastes, a, b)];
  }
}

function mostOf(values: Float32Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) if (values[i] > most) most = values[i];
  return most;
}

function patienceFor(count: number): number {
  return count <= FEW ? count : Math.max(PATIENCE, Math.round(PATIENCE_SHARE * count));
}

/** What is the same for all films that one is compared with. */
interface Query {
  readonly place: number;
  readonly logVotes: number;
  /** NO_YEAR where it is not known. */
  readonly year: number;
  /** What any film gets. */
  readonly base: number;
  readonly unknownYears: number;
  /** Scores of profiles. */
  readonly genres: Float32Array;
  readonly country: Float32Array;
  readonly language: Float32Array;
}

function featureRow({ matrices, profiles }: Features, block: Block, place: number): FeatureRow {
  const isProfile = (PROFILE_BLOCKS as readonly Block[]).includes(block);
  if (!isProfile) return sparseRow(matrices[block as keyof typeof matrices].byFilm, place);
  const { matrix, of } = profiles[block as ProfileBlock];
  return sparseRow(matrix.byFilm, of[place]);
}

/** What each film's own votes and rating give it, whoever is asked for. */
function ownScores(facts: FilmFacts, weights: Weights): Float32Array {
  return Float32Array.from(
    facts.logVotes,
    (votes, film) =>
      weights.votes * votes +
      weights.votesSquared * votes * votes +
      weights.obscurity * obscurityTerm(votes) +
      weights.rating * facts.rating[film],
  );
}
