/** Things met while films are read: the same as an object a thing would tell. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NamedRef } from "../../../index-build/records.js";
import { Register } from "../../../index-build/write/films/register.js";

const ROLES = ["acted", "directed"] as const;

/** By film, who has which role, and for how many votes it counts. */
const films = fc.array(
  fc.array(
    fc.record({ id: fc.integer({ min: -3, max: 12 }), role: fc.constantFrom(...ROLES), votes: fc.nat(50) }),
    { maxLength: 6 },
  ),
  { maxLength: 30 },
);

describe("a register", () => {
  it("has things most voted first, each with its films in their order, each once", () => {
    fc.assert(
      fc.property(films, (all) => {
        const register = new Register<NamedRef, (typeof ROLES)[number]>(ROLES);
        const told = new Map<number, Record<(typeof ROLES)[number], { rows: number[]; votes: number }>>();
        for (const [film, credits] of all.entries()) {
          for (const { id, role, votes } of credits) {
            register.add({ id, name: `#${id}` }, role, film, votes);
            const own = told.get(id) ?? {
              acted: { rows: [], votes: 0 },
              directed: { rows: [], votes: 0 },
            };
            told.set(id, own);
            if (own[role].rows.at(-1) === film) continue;
            own[role].rows.push(film);
            own[role].votes += votes;
          }
        }
        const total = (id: number) => ROLES.reduce((sum, role) => sum + (told.get(id)?.[role].votes ?? 0), 0);
        const ids = [...told.keys()].sort((a, b) => total(b) - total(a) || a - b);
        const sorted = register.sorted();
        expect(sorted.things).toEqual(ids.map((id) => ({ id, name: `#${id}` })));
        expect([...sorted.rows].sort(([a], [b]) => Number(a) - Number(b))).toEqual(
          ids.map((id, row) => [id, row]).sort(([a = 0], [b = 0]) => a - b),
        );
        for (const role of ROLES) {
          const { offsets, values } = sorted.films(role);
          const rows = ids.map((_, row) => [...values.subarray(offsets[row], offsets[row + 1])]);
          expect(rows).toEqual(ids.map((id) => told.get(id)?.[role].rows));
          expect([...sorted.votes(role)]).toEqual(ids.map((id) => told.get(id)?.[role].votes));
        }
      }),
    );
  });

  it("tells countries by their codes, and knows no role that it was not made for", () => {
    const register = new Register(["films"]);
    register.add({ code: "ES", name: "Spain" }, "films", 0, 5);
    register.add({ code: "AR", name: "Argentina" }, "films", 1, 5);
    expect(register.sorted().rows).toEqual(
      new Map([
        ["ES", 1],
        ["AR", 0],
      ]),
    );
    expect(() => register.add({ code: "ES", name: "Spain" }, "acted" as "films", 2, 1)).toThrow("acted");
  });
});
