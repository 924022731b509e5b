/** Series by what the catalogues tell of them, on the starter catalogue. */
import { describe, expect, it } from "vitest";
import { answerText } from "../../support/answer-text.js";
import { starter } from "../../support/starter-index.js";

interface Found {
  readonly id: string;
  readonly title: string;
  readonly genres: readonly string[];
  readonly seasons: number | null;
  readonly platforms: readonly { readonly platform: string; readonly year: number | null }[];
}

/** The series of a page of twenty. */
async function series(options: string): Promise<readonly Found[]> {
  const { result } = await starter.ask(`/descubrir tipo=serie cantidad=20 ${options}`);
  return (result as { series: Found[] }).series;
}

const years = ({ platforms }: Found) => platforms.flatMap(({ year }) => year ?? []);

describe("/descubrir tipo=serie", () => {
  it("narrows down by platform, genre and years, newest first", async () => {
    const found = await series("plataforma=netflix genero=crimen desde=2015 hasta=2019");
    expect(found.length).toBeGreaterThan(5);
    for (const one of found) {
      expect(one.genres).toContain("Crime");
      expect(one.platforms.map(({ platform }) => platform)).toContain("netflix");
      expect(Math.max(...years(one))).toBeGreaterThanOrEqual(2015);
      expect(Math.min(...years(one))).toBeLessThanOrEqual(2019);
    }
    const newest = found.map((one) => Math.max(...years(one)));
    expect(newest).toEqual([...newest].sort((a, b) => b - a));
  });

  it("leaves out what is not wanted", async () => {
    const without = await series("plataforma=netflix sin_genero=crimen,drama");
    expect(without.length).toBeGreaterThan(0);
    for (const { genres } of without) expect(genres.filter((one) => /Crime|Drama/.test(one))).toEqual([]);
  });

  it("finds those that somebody acts in, and those about a theme", async () => {
    expect((await series("actor=pedro pascal")).map(({ title }) => title)).toContain("Narcos");
    // A theme that is a genre too.
    const crime = await series("tema=crimen");
    expect(crime.length).toBeGreaterThan(5);
  });

  it.each([
    ["larga", (one: Found) => -(one.seasons ?? 0)],
    ["corta", (one: Found) => one.seasons ?? 0],
    ["antigua", (one: Found) => Math.min(...years(one))],
  ] as const)("has the order %s", async (order, rank) => {
    const ranks = (await series(`orden=${order}`)).map(rank);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  it("is at random, the same for the same seed", async () => {
    const ids = async (seed: number) => (await series(`orden=azar semilla=${seed}`)).map(({ id }) => id);
    expect(await ids(1)).toEqual(await ids(1));
    expect(await ids(1)).not.toEqual(await ids(2));
  });

  it("names the options that no catalogue tells anything about, and lists all the same", async () => {
    const outcome = await starter.ask("/descubrir tipo=serie genero=crimen nota_min=7 orden=mejor");
    expect(outcome).toMatchObject({
      status: "ok",
      result: { notApplied: ["nota_min", "orden"], order: "reciente" },
    });
    expect(answerText(outcome.answer)).toMatch(/No vale para series: «nota mínima» y «orden»\./);
    expect(outcome.answer.list?.lines[0]?.asks).toMatchObject({
      command: "pelicula",
      options: { titulo: expect.stringMatching(/^title:/) },
    });
  });

  it("goes on to the next page", async () => {
    const first = await starter.ask("/descubrir tipo=serie genero=comedia");
    const next = first.answer.choices?.at(-1);
    expect(next).toMatchObject({ label: "Ver otras", options: { pagina: 2 }, inPlace: true });
    const second = await starter.ask("/descubrir tipo=serie genero=comedia pagina=2");
    expect(second.result).not.toEqual(first.result);
  });

  it("says which constraint leaves none, and how many there are without it", async () => {
    const outcome = await starter.ask("/descubrir tipo=serie actor=pedro pascal plataforma=hulu");
    expect(outcome).toMatchObject({ status: "empty", result: { total: 0 } });
    expect(outcome.answer.choices?.map(({ label }) => label)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Sin .*plataforma.* \(\d+\)$/)]),
    );
  });
});
