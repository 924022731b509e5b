/** Collects which films bear which terms, film by film, and turns it round: which terms have which films. */
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

export class PostingsCollector {
  readonly #ids = new Map<string, number>();
  #termIds = new Int32Array(1 << 16);
  #films = new Int32Array(1 << 16);
  #places = new Uint8Array(1 << 16);
  #length = 0;

  /**
   * @param film a higher row than in every call before, so that lists come out sorted
   * @param terms with their bytes
   */
  add(film: number, terms: Iterable<readonly [term: string, byte: number]>): void {
    for (const [term, byte] of terms) {
      if (this.#length === this.#films.length) this.#grow();
      const id = this.#ids.get(term) ?? this.#ids.size;
      if (id === this.#ids.size) this.#ids.set(term, id);
      this.#termIds[this.#length] = id;
      this.#films[this.#length] = film;
      this.#places[this.#length] = byte;
      this.#length++;
    }
  }

  /** Two passes (count, fill), so that no list is ever held as an object. */
  postings(): Postings {
    const terms = [...this.#ids.keys()].sort();
    const rank = new Int32Array(terms.length);
    terms.forEach((term, row) => {
      rank[this.#ids.get(term) as number] = row;
    });
    const offsets = new Int32Array(terms.length + 1);
    for (let i = 0; i < this.#length; i++) offsets[rank[this.#termIds[i]] + 1]++;
    for (let row = 0; row < terms.length; row++) offsets[row + 1] += offsets[row];
    const next = offsets.slice();
    const films = new Int32Array(this.#length);
    const places = new Uint8Array(this.#length);
    for (let i = 0; i < this.#length; i++) {
      const position = next[rank[this.#termIds[i]]]++;
      films[position] = this.#films[i];
      places[position] = this.#places[i];
    }
    return { terms, offsets, films, places };
  }

  #grow(): void {
    const larger = <Values extends Int32Array | Uint8Array>(values: Values, copy: Values): Values => {
      copy.set(values);
      return copy;
    };
    const size = this.#films.length * 2;
    this.#termIds = larger(this.#termIds, new Int32Array(size));
    this.#films = larger(this.#films, new Int32Array(size));
    this.#places = larger(this.#places, new Uint8Array(size));
  }
}
