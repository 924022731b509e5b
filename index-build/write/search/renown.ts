/** Who is known so well that a part of the name says who is meant. */
import type { Tables } from "../../../src/catalog/catalog.js";
import { eachRow, type PersonRow } from "../../../src/catalog/rows.js";
import { fold } from "../../../src/find/encode/fold.js";
import type { PersonRenown } from "../../../src/find/encode/keys/keys.js";

/**
 * Somebody of whom only the last name is typed is known: extras who share it are never meant, and their short keys
 * would be a third of all postings.
 */
const KNOWN_VOTES = 20;
/** Somebody of whom only the initials or the given name are typed is well known. */
const FAMOUS_VOTES = { acted: 2000, directed: 1000 } as const;
/** A given name means its best known bearer, and whoever is not so much less known that nobody would mean them. */
const OF_THE_BEST = 1 / 4;

type Role = keyof typeof FAMOUS_VOTES;
const ROLES: readonly Role[] = ["acted", "directed"];

export class Renown {
  readonly #people: Tables["people"];
  /** Votes of the best known bearer of each given name, by role. */
  readonly #best: Readonly<Record<Role, Map<string, number>>> = { acted: new Map(), directed: new Map() };

  constructor({ people }: Pick<Tables, "people">) {
    this.#people = people;
    for (const row of eachRow(people)) {
      for (const role of ROLES) {
        const votes = this.#votes(role, row);
        if (votes < FAMOUS_VOTES[role]) continue;
        const given = this.#given(row);
        const best = this.#best[role];
        if (votes > (best.get(given) ?? 0)) best.set(given, votes);
      }
    }
  }

  of(row: PersonRow): PersonRenown {
    const famous = ROLES.filter((role) => this.#votes(role, row) >= FAMOUS_VOTES[role]);
    return {
      byLastName: this.#votes("acted", row) + this.#votes("directed", row) >= KNOWN_VOTES,
      byGivenName: famous.some(
        (role) => this.#votes(role, row) >= OF_THE_BEST * (this.#best[role].get(this.#given(row)) ?? 0),
      ),
      byInitials: famous.length > 0,
    };
  }

  #votes(role: Role, row: PersonRow): number {
    return this.#people[`${role}Votes`][row] ?? 0;
  }

  #given(row: PersonRow): string {
    return fold(this.#people.name.get(row)).split(" ", 1)[0] ?? "";
  }
}

/** Further names of people, by row. */
export class PersonAliases {
  readonly #names = new Map<number, string[]>();

  constructor({ personAliases }: Pick<Tables, "personAliases">) {
    for (const alias of eachRow(personAliases)) {
      const person = personAliases.person[alias];
      const name = personAliases.name.get(alias);
      if (person !== undefined) this.#names.set(person, [...(this.#names.get(person) ?? []), name]);
    }
  }

  of(row: PersonRow): readonly string[] {
    return this.#names.get(row) ?? [];
  }
}
