/**
 * Things of one kind met while films are read in their order, each with the rows of its films. People are millions: what is
 * noted of them stands in numbers, not in an object each.
 */
import type { CodeRef, NamedRef } from "../../records.js";
import type { FlatLists } from "../encode/arrow.js";
import { GrowingNumbers } from "../encode/growing-numbers.js";

type Key = number | string;

/** Row of each id or code. */
export type RowsByKey = ReadonlyMap<Key, number>;

/** What was noted of one role. A thing is told by its place: how many were met before it. */
class Role {
  /** Of each film that a thing has in the role: the thing, and the film's row, ascending. */
  readonly things = new GrowingNumbers();
  readonly films = new GrowingNumbers();
  /** By place: the last film, -1 where there is none; the votes of its films, as far as each counts. */
  readonly last: number[] = [];
  readonly votes: number[] = [];

  begin(): void {
    this.last.push(-1);
    this.votes.push(0);
  }

  add(place: number, film: number, votes: number): void {
    if (this.last[place] === film) return;
    this.last[place] = film;
    this.votes[place] += votes;
    this.things.push(place);
    this.films.push(film);
  }
}

/** Things in the order of rows: most voted first, then by id or code. */
export interface SortedThings<Thing, RoleName extends string> {
  readonly things: readonly Thing[];
  readonly rows: RowsByKey;
  /** The rows of each thing's films in a role, ascending. */
  films(role: RoleName): FlatLists;
  /** What those are voted for together. */
  votes(role: RoleName): Float64Array;
}

export class Register<Thing extends NamedRef | CodeRef, RoleName extends string = "films"> {
  readonly #places = new Map<Key, number>();
  readonly #things: Thing[] = [];
  readonly #roles: ReadonlyMap<RoleName, Role>;

  /** @param roles in which a thing may have films: a person acts and directs */
  constructor(roles: readonly RoleName[]) {
    this.#roles = new Map(roles.map((name) => [name, new Role()]));
  }

  /** @param film its row; rows come ascending */
  add(thing: Thing, role: RoleName, film: number, votes: number): void {
    const key = keyOf(thing);
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.#things.push(thing) - 1;
      this.#places.set(key, place);
      for (const one of this.#roles.values()) one.begin();
    }
    this.#noted(role).add(place, film, votes);
  }

  /** All of them; nothing can be added afterwards. */
  sorted(): SortedThings<Thing, RoleName> {
    const things = this.#things;
    const totals = Float64Array.from(things, (_, place) => this.#votesOf(place));
    const order = Int32Array.from(things.keys()).sort(
      (a, b) => totals[b] - totals[a] || (keyOf(things[a]) < keyOf(things[b]) ? -1 : 1),
    );
    const rowOf = new Int32Array(order.length);
    for (let row = 0; row < order.length; row++) rowOf[order[row]] = row;
    for (const [key, place] of this.#places) this.#places.set(key, rowOf[place]);
    return {
      things: Array.from(order, (place) => things[place]),
      rows: this.#places,
      films: (role) => filmsByRow(this.#noted(role), rowOf),
      votes: (role) => {
        const { votes } = this.#noted(role);
        return Float64Array.from(order, (place) => votes[place]);
      },
    };
  }

  #noted(name: RoleName): Role {
    const role = this.#roles.get(name);
    if (role === undefined) throw new RangeError(`nobody has the role ${name}`);
    return role;
  }

  #votesOf(place: number): number {
    let sum = 0;
    for (const { votes } of this.#roles.values()) sum += votes[place];
    return sum;
  }
}

function keyOf(thing: NamedRef | CodeRef): Key {
  return "id" in thing ? thing.id : thing.code;
}

/** Films stay in their order within each row. */
function filmsByRow({ things, films }: Role, rowOf: Int32Array): FlatLists {
  const offsets = new Int32Array(rowOf.length + 1);
  for (let at = 0; at < things.length; at++) offsets[rowOf[things.at(at)] + 1]++;
  for (let row = 0; row < rowOf.length; row++) offsets[row + 1] += offsets[row];
  const next = offsets.slice();
  const values = new Int32Array(things.length);
  for (let at = 0; at < things.length; at++) values[next[rowOf[things.at(at)]]++] = films.at(at);
  return { offsets, values };
}
