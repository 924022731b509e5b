/**
 * Films in groups whose vectors point about the same way, so that those most alike to one are looked for in a few groups
 * only. All are split in two by the nearer of two middles (spherical 2-means), then each half, until groups are small.
 * The same vectors give the same groups.
 *
 * A film's place is where it stands when all are put in the order of their groups: what is read together lies together.
 */
import { sharedFloats, sharedIntegers } from "./shared-memory.js";
import { addVector, DIMENSIONS, type FilmVectors, toUnit } from "./vectors.js";

/** A group is not split that is no larger, nor one of √films if that is more: each film is compared with groups' middles. */
const GROUP_SIZE = 120;
const SIZE_PER_ROOT = 0.4;
/** Films that two middles are found by, and how often they are found anew. */
const SAMPLE = 200;
const ROUNDS = 4;

/** Arrays in shared memory. */
export interface FilmGroups {
  readonly count: number;
  /** Film rows by place: group after group, in a group ascending, then films of which nothing is known. */
  readonly films: Int32Array;
  /** The place of each film row. */
  readonly places: Int32Array;
  /** Group g has the places `offsets[g]…offsets[g + 1]`; what follows the last belongs to none. */
  readonly offsets: Int32Array;
  /** The group at each place; −1 for films of which nothing is known. */
  readonly groupAt: Int32Array;
  /** One group's middle after the other, of length 1. */
  readonly middles: Float32Array;
}

export function filmGroups(vectors: FilmVectors): FilmGroups {
  const filmCount = vectors.length / DIMENSIONS;
  const [films, known] = knownFirst(vectors, filmCount);
  const ends = new Splitting(vectors, films).endsOfGroups(known);
  const count = ends.length;
  const offsets = sharedIntegers(count + 1);
  offsets.set(ends, 1);
  const places = sharedIntegers(filmCount);
  const groupAt = sharedIntegers(filmCount).fill(-1);
  const middles = sharedFloats(count * DIMENSIONS);
  for (let group = 0; group < count; group++) {
    films.subarray(offsets[group], offsets[group + 1]).sort();
    groupAt.fill(group, offsets[group], offsets[group + 1]);
    for (let place = offsets[group]; place < offsets[group + 1]; place++)
      addVector(vectors, films[place], middles, group * DIMENSIONS);
    toUnit(middles, group * DIMENSIONS);
  }
  for (let place = 0; place < filmCount; place++) places[films[place]] = place;
  return { count, films, places, offsets, groupAt, middles };
}

/** All films, those whose vectors are not 0 first, and how many these are. */
function knownFirst(vectors: FilmVectors, filmCount: number): [films: Int32Array, known: number] {
  const films = sharedIntegers(filmCount);
  let known = 0;
  let end = filmCount;
  for (let film = filmCount - 1; film >= 0; film--) {
    if (isNothing(vectors, film)) films[--end] = film;
  }
  for (let film = 0; film < filmCount; film++) {
    if (!isNothing(vectors, film)) films[known++] = film;
  }
  return [films, known];
}

function isNothing(vectors: FilmVectors, film: number): boolean {
  for (let at = film * DIMENSIONS; at < (film + 1) * DIMENSIONS; at++) if (vectors[at] !== 0) return false;
  return true;
}

/** Puts films in the order of their groups, in place. */
class Splitting {
  readonly #vectors: FilmVectors;
  readonly #films: Int32Array;
  /** The two middles, and how they differ. */
  readonly #middles = new Float32Array(2 * DIMENSIONS);
  readonly #difference = new Float32Array(DIMENSIONS);

  constructor(vectors: FilmVectors, films: Int32Array) {
    this.#vectors = vectors;
    this.#films = films;
  }

  /** @param count of the films that are to be in groups: the first ones */
  endsOfGroups(count: number): number[] {
    const most = Math.max(GROUP_SIZE, SIZE_PER_ROOT * Math.sqrt(count));
    const ends: number[] = [];
    const split = (from: number, to: number): void => {
      if (to - from <= most) {
        if (to > from) ends.push(to);
        return;
      }
      const middle = this.#split(from, to);
      split(from, middle);
      split(middle, to);
    };
    split(0, count);
    return ends;
  }

  /** Puts those nearer to the first middle before the others. @returns where the others begin */
  #split(from: number, to: number): number {
    this.#findMiddles(from, to);
    const films = this.#films;
    let begin = from;
    let end = to;
    while (begin < end) {
      const film = films[begin];
      if (this.#lean(film) >= 0) begin++;
      else {
        films[begin] = films[--end];
        films[end] = film;
      }
    }
    // Films that are all the same are shared out as they come.
    return begin === from || begin === to ? (from + to) >> 1 : begin;
  }

  #findMiddles(from: number, to: number): void {
    const films = this.#films;
    const step = Math.max(1, Math.floor((to - from) / SAMPLE));
    const first = this.#farthest(films[from], from, to, step);
    const second = this.#farthest(first, from, to, step);
    this.#middles.fill(0);
    this.#addTo(0, first);
    this.#addTo(DIMENSIONS, second);
    this.#compareMiddles();
    for (let round = 0; round < ROUNDS; round++) {
      this.#middles.fill(0);
      for (let at = from; at < to; at += step)
        this.#addTo(this.#lean(films[at]) >= 0 ? 0 : DIMENSIONS, films[at]);
      this.#compareMiddles();
    }
  }

  /** Adds a film's vector to the middle that begins there; what length it has does not matter. */
  #addTo(begin: number, film: number): void {
    const vectors = this.#vectors;
    const middles = this.#middles;
    const dimensions = DIMENSIONS;
    const from = film * dimensions;
    for (let i = 0; i < dimensions; i++) middles[begin + i] += vectors[from + i];
  }

  #compareMiddles(): void {
    const middles = this.#middles;
    toUnit(middles);
    toUnit(middles, DIMENSIONS);
    for (let i = 0; i < DIMENSIONS; i++) this.#difference[i] = middles[i] - middles[DIMENSIONS + i];
  }

  /** Of every `step`-th film the one least like a film. */
  #farthest(film: number, from: number, to: number, step: number): number {
    const vector = this.#difference.fill(0);
    addVector(this.#vectors, film, vector);
    let farthest = film;
    let least = Number.POSITIVE_INFINITY;
    for (let at = from; at < to; at += step) {
      const lean = this.#lean(this.#films[at]);
      if (lean >= least) continue;
      least = lean;
      farthest = this.#films[at];
    }
    return farthest;
  }

  /** How much nearer a film is to the first middle than to the second, but for a factor. */
  #lean(film: number): number {
    const vectors = this.#vectors;
    const difference = this.#difference;
    const dimensions = DIMENSIONS;
    let at = film * dimensions;
    let [a, b, c, d] = [0, 0, 0, 0];
    // Four sums at a time, none of which waits for another.
    for (let i = 0; i < dimensions; i += 4) {
      a += difference[i] * vectors[at];
      b += difference[i + 1] * vectors[at + 1];
      c += difference[i + 2] * vectors[at + 2];
      d += difference[i + 3] * vectors[at + 3];
      at += 4;
    }
    return a + b + c + d;
  }
}
