/** Golden answers about one film, on the starter catalogue. */
import { describe, expect, it } from "vitest";
import { eachRow } from "../../../src/catalog/rows.js";
import { ask } from "../../../src/chat/ask.js";
import { number } from "../../../src/chat/format.js";
import { SPANISH } from "../../../src/chat/locale.js";
import type { Outcome } from "../../../src/chat/outcome.js";
import { answerText } from "../../support/answer-text.js";
import { asking } from "../../support/fakes.js";
import { starter } from "../../support/starter-index.js";

const question = (line: string, tag?: string) => starter.ask(line, tag);

const words = ({ answer }: Pick<Outcome, "answer">) => answerText(answer);

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
    expect(outcome.answer.text).toBe("Con 27 votos de 2017 no llega al mínimo de 2.000: no se da la nota.");
    expect(words(outcome)).not.toMatch(/Nota media|⭐/);
    expect((await question("/votos titanic 1953", "en")).answer.text).toBe(
      "With 27 votes as of 2017 it is below the minimum of 2,000: no average is given.",
    );
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
    expect(words(votes)).toContain("Aún no tengo los votos de esta película.");
    expect(score.result).toMatchObject({ popularity: null, rank: null, voteAverage: null, asOf: null });
    expect(words(score)).not.toContain("TMDB");
    expect(card.result).toMatchObject({ voteCount: null, film: { year: 2024 } });
    expect(words(card)).not.toMatch(/Votos|⭐/);
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

  it("gives every average where the operator wants that, and says how few voted", async () => {
    const { program } = starter.bot;
    const settings = { ...program.settings, minimumVotes: 0 };
    const all = { ...starter.bot, program: { ...program, settings } };
    const { answer } = await ask(all, "/votos titanic 1953", asking("es"));
    expect(words({ answer })).toMatch(/Nota media\n\d,\d \(solo 27 votos\)/);
    const english = await ask(all, "/votos titanic 1953", asking("en"));
    expect(words(english)).toMatch(/Average vote\n\d\.\d, from only 27 votes/);
  });

  it("tells the popularity, and its place among all films", async () => {
    const outcome = await question("/score toy story");
    expect(outcome).toMatchObject({
      result: { film: { id: 862 }, popularity: 21.946943, voteAverage: 7.7, voteCount: 5415 },
    });
    const { rank, ranked } = outcome.result as { rank: number; ranked: number };
    const { popularity } = starter.catalog.films;
    const known = [...eachRow(starter.catalog.films)].flatMap((row) => popularity.get(row) ?? []);
    expect(ranked).toBe(known.length);
    expect(rank).toBe(1 + known.filter((one) => one > 21.946943).length);
    const place = `puesto ${number(SPANISH, rank)} de ${number(SPANISH, ranked)}`;
    expect(words(outcome)).toContain(`⭐ 7,7 (5.415)\nPopularidad\n21,95 en TMDB (${place})`);
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
    expect(outcome.answer.text).toBe("No sé cuánto costó ni cuánto recaudó.");
    expect(outcome.answer.fields).toEqual([]);
  });

  it.each([
    ["/retorno paranormal activity", "Recaudó unas 12.900 veces lo que costó."],
    ["/retorno titanic", "Recaudó 9,2 veces lo que costó."],
    // What was made for a platform is no failure.
    ["/retorno el irlandes", "Recaudó en cines el 5\u00a0% de lo que costó."],
  ])("%s says by how much a film earned what it cost: %s", async (line, text) => {
    expect((await question(line)).answer.text).toBe(text);
  });

  it("rounds amounts as people say them", async () => {
    const fieldsOf = async (tag: string) =>
      Object.fromEntries(
        (await question("/retorno titanic", tag)).answer.fields?.map(({ name, value }) => [name, value]) ??
          [],
      );
    expect(await fieldsOf("es")).toEqual({
      Presupuesto: "200 millones de dólares",
      Recaudación: "1.845 millones de dólares",
      Ganancia: "1.645 millones de dólares",
    });
    expect(await fieldsOf("en")).toEqual({
      Budget: "$200 million",
      Revenue: "$1.85 billion",
      Gain: "$1.65 billion",
    });
  });

  it("tells the runtime in hours, and in minutes", async () => {
    const outcome = await question("/duracion titanic");
    expect(outcome).toMatchObject({ result: { runtime: 194, doubtful: false } });
    expect(words(outcome)).toContain("Duración\n3 h 14 min (194 minutos)");
  });

  it.each(["votos", "score", "duracion", "retorno"])(
    "/%s shows the poster, and leads to the card",
    async (command) => {
      const { answer } = await question(`/${command} titanic`);
      expect(answer.media).toMatchObject({ kind: "link", alt: "Cartel de Titanic" });
      expect(answer.follow).toEqual([
        { label: "Ficha", command: "pelicula", options: { titulo: "tmdb:597" } },
        { label: "Parecidas", command: "recomendar", options: { titulo: "tmdb:597" } },
      ]);
      expect(answer.notice).toBeUndefined();
    },
  );
});
