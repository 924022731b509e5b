/** Golden answers about one film, on the starter catalogue. */
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/chat/outcome.js";
import { answerText } from "../../support/answer-text.js";
import { starter } from "../../support/starter-index.js";

const question = (line: string, tag?: string) => starter.ask(line, tag);

const words = ({ answer }: Outcome) => answerText(answer);

describe("/votos and /score", () => {
  it("tells votes and their average", async () => {
    const outcome = await question("/votos titanic");
    expect(outcome).toMatchObject({
      command: "votos",
      status: "ok",
      result: {
        film: { id: 597, title: "Titanic", year: 1997 },
        voteCount: 7770,
        voteAverage: 7.5,
        minimum: 2000,
      },
    });
    expect(words(outcome)).toMatch(/Votos\n7\.770 \(votos de 2017\)\n/);
    // The namesake is one tap away.
    expect(outcome.answer.choices).toEqual([
      {
        label: "El hundimiento del Titanic (1953) · Jean Negulesco",
        command: "votos",
        options: { titulo: "tmdb:16535" },
      },
    ]);
  });

  it("gives no average below the minimum, and says so", async () => {
    const outcome = await question("/votos titanic 1953");
    expect(outcome.result).toMatchObject({ voteCount: 27, voteAverage: null });
    expect(words(outcome)).toContain("menos de 2.000 votos");
  });

  it("says so where the votes of a film are unknown, and never tells its prominence", async () => {
    const [votes, score, card] = await Promise.all([
      question("/votos tmdb:1088514"),
      question("/score tmdb:1088514"),
      question("/pelicula tmdb:1088514"),
    ]);
    expect(votes.result).toMatchObject({
      film: { title: "The Room Next Door" },
      voteCount: null,
      votesYear: null,
      voteAverage: null,
    });
    expect(words(votes)).toContain("Los datos no traen los votos de esta película.\nVotos\nsin datos");
    expect(score.result).toMatchObject({ popularity: null, voteAverage: null, asOf: null });
    expect(words(score)).not.toContain("TMDB");
    expect(card.result).toMatchObject({ voteCount: null, film: { year: 2024 } });
    expect(words(card)).not.toContain("Votos");
  });

  it("tells of when votes are", async () => {
    const [old, recent, card] = await Promise.all([
      question("/votos matrix"),
      question("/votos barbie"),
      question("/pelicula barbie", "en"),
    ]);
    expect(old.result).toMatchObject({ votesYear: 2017 });
    expect(recent.result).toMatchObject({ film: { year: 2023 }, votesYear: 2025 });
    expect(words(recent)).toMatch(/Votos\n[\d.]+ \(votos de 2025\)\nNota media\n/);
    expect(words(card)).toMatch(/Votes\n[\d,]+ \(votes as of 2025\) · average /);
  });

  it("tells of when the popularity is, which is not when the newest film came out", async () => {
    const { result } = await question("/score toy story");
    const { dataDate } = starter.catalog.manifest;
    expect((result as { asOf: string }).asOf).toMatch(/^2017-/);
    expect(dataDate > (result as { asOf: string }).asOf).toBe(true);
  });

  it("asks which of several films is meant, and answers the choice", async () => {
    const asked = await question("/votos cinderella");
    expect(asked.status).toBe("choices");
    expect(asked.answer.choices).toEqual([
      { label: "Cenicienta (2015) · Kenneth Branagh", command: "votos", options: { titulo: "tmdb:150689" } },
      { label: "La Cenicienta (1950) · Clyde Geronimi", command: "votos", options: { titulo: "tmdb:11224" } },
      { label: "Cenicienta (2021) · Kay Cannon", command: "votos", options: { titulo: "tmdb:593910" } },
    ]);
    expect((await question("/votos cinderella", "en")).answer.choices?.map(({ label }) => label)).toEqual([
      "Cinderella (2015) · Kenneth Branagh",
      "Cinderella (1950) · Clyde Geronimi",
      "Cinderella (2021) · Kay Cannon",
    ]);
    const chosen = await question("/votos tmdb:11224");
    expect(chosen).toMatchObject({ status: "ok", result: { film: { id: 11224 } } });
  });

  it("says what it understood where that differs from what was typed", async () => {
    expect(words(await question("/score jurasic park"))).toContain(
      "Entendí: Parque Jurásico (Jurassic Park, 1993)",
    );
    expect(words(await question("/score jurassic park"))).not.toContain("Entendí");
  });

  it("finds nothing rather than anything", async () => {
    expect(await question("/votos asdfghjkl")).toMatchObject({
      status: "empty",
      result: null,
      answer: { text: "No encontré ninguna película llamada «asdfghjkl».", choices: [] },
    });
    expect((await question("/votos asdfghjkl", "en")).answer.text).toBe(
      "I couldn't find a film called “asdfghjkl”.",
    );
    expect(await question("/votos")).toMatchObject({
      status: "error",
      result: null,
      error: { code: "missing_parameter", option: "titulo" },
    });
  });

  it("tells the popularity", async () => {
    expect(await question("/score toy story")).toMatchObject({
      result: { film: { id: 862 }, popularity: 21.946943, voteAverage: 7.7 },
    });
  });
});

describe("/retorno, /duracion and /pelicula", () => {
  it("tells what a film cost and returned", async () => {
    expect(await question("/retorno titanic")).toMatchObject({
      result: { budget: 200000000, revenue: 1845034188, gain: 1645034188, return: 1845034188 / 200000000 },
    });
  });

  it("says unknown where something is", async () => {
    const outcome = await question("/retorno whisky");
    expect(outcome.status).toBe("ok");
    expect((outcome.result as { return: number | null }).return).toBeNull();
    expect(words(outcome)).toContain("sin datos");
  });

  it("tells the runtime", async () => {
    expect(await question("/duracion titanic")).toMatchObject({ result: { runtime: 194, doubtful: false } });
  });

  it("shows the whole card, in the reader's language alone", async () => {
    const [spanish, english] = await Promise.all([
      question("/pelicula volver"),
      question("/pelicula volver", "en"),
    ]);
    expect(spanish).toMatchObject({
      result: { film: { title: "Volver" }, directors: [{ name: "Pedro Almodóvar" }], countries: ["ES"] },
      answer: {
        media: {
          kind: "link",
          url: expect.stringMatching(/^https:\/\/image\.tmdb\.org\/t\/p\/w342\/.+\.jpg$/),
          alt: "Cartel de Volver",
        },
      },
    });
    const { synopsisEs } = spanish.result as { synopsisEs: string };
    expect(words(spanish)).toContain(synopsisEs);
    expect(words(english)).not.toContain(synopsisEs);
    expect(english.answer.media?.alt).toBe("Poster of Volver");
  });
});
