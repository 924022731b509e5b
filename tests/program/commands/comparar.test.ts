/** Two films beside each other, on the starter catalogue. */
import { describe, expect, it } from "vitest";
import { answerText } from "../../support/answer-text.js";
import { starter } from "../../support/starter-index.js";

const [ALIEN, ALIENS] = [348, 679];

/** The ids of the two films, or the status where there are none. */
async function compared(line: string): Promise<unknown> {
  const { status, result } = await starter.ask(line);
  if (status !== "ok") return status;
  return (result as { films: { id: number }[] }).films.map(({ id }) => id);
}

describe("/comparar", () => {
  it.each([
    "alien, aliens",
    "alien + aliens",
    "alien vs aliens",
    "alien versus aliens",
    "alien o aliens",
    "alien or aliens",
    "tmdb:348, tmdb:679",
    "titulos=alien,aliens",
  ])("takes %s", async (typed) => {
    expect(await compared(`/comparar ${typed}`)).toEqual([ALIEN, ALIENS]);
  });

  it.each([
    // A comma, an "o" and a "y" that belong to a title.
    ["el bueno, el feo y el malo, titanic", [429, 597]],
    ["no o machuca", [110398, 12086]],
    ["the good, the bad and the ugly vs titanic", [429, 597]],
  ])("parts %s where both are films", async (typed, ids) => {
    expect(await compared(`/comparar ${typed}`)).toEqual(ids);
  });

  it("says which is rated higher, how surely, and what both have", async () => {
    const outcome = await starter.ask("/comparar alien, aliens");
    expect(outcome.result).toMatchObject({
      films: [{ title: "Alien", year: 1979 }, { title: "Aliens" }],
      better: { film: ALIEN, sure: "slight" },
      shared: expect.arrayContaining([expect.objectContaining({ kind: "collection" })]),
    });
    const text = answerText(outcome.answer);
    expect(text).toContain("Mejor valorada: Alien, el octavo pasajero (1979), 7,8 frente a 7,6, por poco.");
    expect(text).toMatch(/En común\nla saga/);
    expect(outcome.answer.table?.rows).toContainEqual(["Duración", "117 min", "137 min"]);
    expect(outcome.answer.follow?.map(({ options }) => options)).toEqual([
      { titulo: "tmdb:348" },
      { titulo: "tmdb:679" },
    ]);
    expect(answerText((await starter.ask("/compare alien, aliens", "en")).answer)).toContain(
      "Rated higher: Alien",
    );
  });

  it("tells how alike they are, the same both ways, and 1 for one film", async () => {
    const similarity = async (line: string) =>
      ((await starter.ask(line)).result as { similarity: number }).similarity;
    const near = await similarity("/comparar alien, aliens");
    expect(await similarity("/comparar aliens, alien")).toBe(near);
    const far = await similarity("/comparar alien, el padrino");
    expect(near).toBeLessThan(1);
    expect(far).toBeLessThan(near);
    expect(far).toBeGreaterThanOrEqual(0);
    expect(await similarity("/comparar alien, tmdb:348")).toBe(1);
  });

  it("takes the best known of namesakes and offers the others", async () => {
    const { result, answer } = await starter.ask("/comparar cinderella, titanic");
    expect(result).toMatchObject({ films: [{ id: 150689 }, { id: 597 }] });
    expect(answer.choices).toContainEqual({
      label: "Con La Cenicienta (1950) · Clyde Geronimi",
      command: "comparar",
      options: { titulos: ["tmdb:11224", "tmdb:597"] },
    });
  });

  it("says what is no film, or not two", async () => {
    const series = await starter.ask("/comparar stranger things, alien");
    expect([series.status, answerText(series.answer)]).toEqual([
      "empty",
      expect.stringContaining("Es una serie"),
    ]);
    const unknown = await starter.ask("/comparar alien, zxqwv krtpl");
    expect([unknown.status, answerText(unknown.answer)]).toEqual([
      "empty",
      expect.stringContaining("No encontré ninguna película llamada «zxqwv krtpl»"),
    ]);
    const one = await starter.ask("/comparar alien");
    expect([one.status, answerText(one.answer)]).toEqual([
      "empty",
      expect.stringContaining("Dime dos películas"),
    ]);
  });
});
