/** Collects which films bear which terms, film by film, and turns it round: which terms have which films. */
import { orderOf } from "../encode/text-order.js";

export interface Postings {
  /** Sorted in UTF-16 order. */
  readonly terms: readonly string[];
  /** Term t has the entries from `offsets[t]` up to `offsets[t + 1]`. */
  readonly offsets: Int32Array;
  /** Film rows, ascending within a term. */
  readonly films: Int32Array;
  /** Where the term stands in the film, as a byte (`placesToByte`). */
  readonly places: Uint8Array;
}

/** Entries held in one piece: what is full is never moved, so that no second copy of all is needed while they grow. */
const PIECE = 1 << 18;

interface Piece {
  readonly termIds: Int32Array;
  readonly places: Uint8Array;
}

export class PostingsCollector {
  readonly #ids = new Map<string, number>();
  readonly #pieces: Piece[] = [];
  #length = 0;
  /** Films that were added, and at which entry each one's end. */
  readonly #films: number[] = [];
  readonly #ends: number[] = [];

  /**
   * @param film a higher row than in every call before, so that lists come out sorted
   * @param terms with their bytes
   */
  add(film: number, terms: Iterable<readonly [term: string, byte: number]>): void {
    for (const [term, byte] of terms) {
      const at = this.#length++ % PIECE;
      if (at === 0) this.#pieces.push({ termIds: new Int32Array(PIECE), places: new Uint8Array(PIECE) });
      const { termIds, places } = this.#pieces[this.#pieces.length - 1];
      let id = this.#ids.get(term);
      if (id === undefined) {
        id = this.#ids.size;
        this.#ids.set(term, id);
      }
      termIds[at] = id;
      places[at] = byte;
    }
    this.#films.push(film);
    this.#ends.push(this.#length);
  }

  /** Two passes (count, fill), so that no list is ever held as an object. */
  postings(): Postings {
    // Terms were numbered as they came.
    const met = [...this.#ids.keys()];
    const order = orderOf(met);
    const terms = Array.from(order, (id) => met[id]);
    const rank = new Int32Array(terms.length);
    for (let row = 0; row < order.length; row++) rank[order[row]] = row;
    const offsets = new Int32Array(terms.length + 1);
    this.#each((termId) => {
      offsets[rank[termId] + 1]++;
    });
    for (let row = 0; row < terms.length; row++) offsets[row + 1] += offsets[row];
    const next = offsets.slice();
    const films = new Int32Array(this.#length);
    const places = new Uint8Array(this.#length);
    this.#each((termId, film, place) => {
      const position = next[rank[termId]]++;
      films[position] = film;
      places[position] = place;
    });
    return { terms, offsets, films, places };
  }

  #each(take: (termId: number, film: number, place: number) => void): void {
    let entry = 0;
    for (const [at, film] of this.#films.entries()) {
      for (; entry < this.#ends[at]; entry++) {
        const { termIds, places } = this.#pieces[Math.floor(entry / PIECE)];
        take(termIds[entry % PIECE], film, places[entry % PIECE]);
      }
    }
  }
}
