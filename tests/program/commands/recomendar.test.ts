/** `/recomendar` with all its options, on the starter catalogue. */
import { describe, expect, it } from "vitest";
import { eachRow, type FilmRow, filmRow } from "../../../src/catalog/rows.js";
import { plainLine } from "../../../src/chat/answer/rich-text.js";
import type { OptionValues } from "../../../src/chat/answer/schema.js";
import { dispatch } from "../../../src/chat/dispatch.js";
import { saidChoice } from "../../../src/chat/line/said.js";
import type { Outcome } from "../../../src/chat/outcome.js";
import { shareSomething } from "../../../src/queries/discover/alike.js";
import type { Recommendations } from "../../../src/queries/discover/recommendations.js";
import { shownTitle } from "../../../src/queries/refs/film.js";
import { onOwnScale } from "../../../src/recommend/own-scale.js";
import { answerText } from "../../support/answer-text.js";
import { asking } from "../../support/fakes.js";
import { starter } from "../../support/starter-index.js";

const { bot, catalog } = starter;

const question = (line: string, tag?: string) => starter.ask(line, tag);

const words = ({ answer }: Outcome) => answerText(answer);

async function recommended(line: string): Promise<Recommendations> {
  const outcome = await question(line);
  expect(outcome.status, words(outcome)).toBe("ok");
  return outcome.result as Recommendations;
}

/** The question with these options, as a button or a program asks it. */
function withOptions(options: OptionValues | undefined): Promise<Outcome> {
  const command = bot.program.commands.find(({ name }) => name === "recomendar");
  if (command === undefined) throw new Error("no /recomendar");
  return dispatch(bot, command, options ?? {}, asking());
}

/** The day on which lines are asked, since 1970. */
const TODAY = Date.UTC(2026, 0, 1) / 86_400_000;

const ids = ({ recommendations }: Recommendations) => recommendations.map(({ film }) => film.id);

function rowOf(id: number): FilmRow {
  return filmRow(catalog.films.id.indexOf(id));
}

/** Further pages cannot be asked for. */
const MOST_PAGES = 20;

const votesOf = (id: number) => catalog.films.voteCount[rowOf(id)] ?? 0;

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

describe("a list", () => {
  it("has as many films as asked for, each once and with reasons, never the film itself", async () => {
    for (const [line, id, count] of [
      ["/recomendar el padrino", 238, 5],
      ["/recomendar toy story cantidad=10", 862, 10],
      ["/recomendar matrix cantidad=1", 603, 1],
    ] as const) {
      const outcome = await question(line);
      const list = outcome.result as Recommendations;
      expect(list.film?.id).toBe(id);
      expect(outcome.answer.list?.lines).toHaveLength(count);
      expect(new Set(ids(list)).size).toBe(count);
      expect(ids(list)).not.toContain(id);
      expect(list.recommendations.filter(({ reasons }) => reasons.length > 0).length).toBeGreaterThan(
        count / 2,
      );
    }
  });

  it("tells each film and why it is there apart", async () => {
    const { answer } = await question("/recomendar el padrino");
    expect(answer.title).toBe("Parecidas a El padrino (The Godfather, 1972)");
    const [first] = answer.list?.lines ?? [];
    expect(first).toEqual({
      head: "El padrino. Parte II (1974)",
      why: "de la misma saga; también de Francis Ford Coppola; con Al Pacino, Robert Duvall y Diane Keaton",
      asks: { command: "pelicula", options: { titulo: "tmdb:240" } },
    });
    expect(first && plainLine(first)).toMatch(/^El padrino\. Parte II \(1974\): de la misma saga; /u);
  });

  it("tells no reason twice where there is another, and no decade or country alone", async () => {
    for (const line of ["toy story", "el padrino", "alien", "volver", "train to busan", "sin perdón"]) {
      const { recommendations } = await recommended(`/recomendar ${line} cantidad=10`);
      const told = new Set<string>();
      for (const { reasons } of recommendations) {
        if (reasons.length > 0)
          expect(reasons.some(({ kind }) => kind !== "country" && kind !== "era")).toBe(true);
        const texts = reasons.map(({ kind, shared }) => JSON.stringify([kind, shared]));
        const isRepeated = (text: string) => told.has(text);
        const others = texts.filter(
          (_, at) => !["genres", "country", "era"].includes(reasons[at]?.kind ?? ""),
        );
        if (texts.some(isRepeated)) expect((others.length > 0 ? others : texts).every(isRepeated)).toBe(true);
        for (const text of texts) told.add(text);
      }
    }
  });

  it("keeps a franchise from filling it", async () => {
    const { recommendations } = await recommended(
      "/recomendar harry potter y la piedra filosofal cantidad=10",
    );
    const titles = recommendations.map(({ film }) => film.title);
    expect(titles.filter((title) => title.startsWith("Harry Potter"))).toHaveLength(2);
  });

  it("holds at most two of one franchise and two of one director", async () => {
    for (const row of [...eachRow(catalog.films)].filter((_, at) => at % 9 === 0)) {
      const list = await recommended(`/recomendar tmdb:${catalog.films.id[row]}`);
      const groups = ids(list).flatMap((id) => {
        const film = rowOf(id);
        const collection = catalog.films.collection.get(film) ?? "none";
        return [...new Set([`c${collection}`, ...Array.from(catalog.films.directors.get(film), String)])];
      });
      for (const group of new Set(groups))
        if (group !== "cnone")
          expect(groups.filter((other) => other === group).length).toBeLessThanOrEqual(2);
    }
  });

  it("goes on with others where its button is pressed", async () => {
    const first = await question("/recomendar matrix");
    const other = first.answer.choices?.find(({ label }) => label === "Ver otras");
    expect(other?.command).toBe("recomendar");
    expect(other?.options).toEqual({ titulo: "tmdb:603", pagina: 2 });
    const second = await withOptions(other?.options);
    const [one, two] = [first.result, second.result].map((result) => ids(result as Recommendations));
    expect(two).toHaveLength(5);
    expect(two?.filter((id) => one?.includes(id))).toEqual([]);
    expect(ids(await recommended("/recomendar matrix pagina=2"))).toEqual(two);
    for (const said of ["otra", "¡Otras!", " Más ", "MORE", "another one?"])
      expect(saidChoice(first.answer, said), said).toEqual(other);
    for (const said of ["otra isla", "", "matrix", "2"])
      expect(saidChoice(first.answer, said), said).toBeUndefined();
  });

  it("starts somebody off who names no film", async () => {
    const outcome = await question("/recomendar");
    expect(outcome.status).toBe("ok");
    expect((outcome.result as Recommendations).recommendations).toHaveLength(5);
    expect(words(outcome)).toContain("/recomendar el padrino");
    expect(outcome.answer.footer).toEqual([
      "Dime una película que te guste: ",
      { command: "recomendar", typed: "el padrino" },
    ]);
  });

  it("carries the count over into a question back", async () => {
    const outcome = await question("/recomendar cinderella cantidad=3");
    expect(outcome.answer.choices?.[0]?.options).toEqual({ titulo: "tmdb:150689", cantidad: 3 });
  });
});

describe("filters", () => {
  it("keeps to years, genre and platform", async () => {
    const list = await recommended("/recomendar matrix desde=1980 hasta=1995 genero=accion cantidad=4");
    for (const { film } of list.recommendations) {
      expect(film.year).toBeGreaterThanOrEqual(1980);
      expect(film.year).toBeLessThanOrEqual(1995);
      const genres = Array.from(catalog.films.genres.get(rowOf(film.id)), (row) =>
        catalog.genres.name.get(row),
      );
      expect(genres).toContain("Action");
    }
    const netflix = await recommended("/recomendar matrix plataforma=netflix");
    const { platforms, platformTitles, platformLinks } = catalog;
    const linked = new Set(
      Array.from(platformLinks.title).flatMap((title, link) =>
        title >= (platforms.firstTitle[3] ?? 0) && title < platformTitles.rowCount
          ? (platformLinks.film[link] ?? [])
          : [],
      ),
    );
    expect(netflix.recommendations.length).toBeGreaterThan(0);
    for (const id of ids(netflix)) expect(linked).toContain(rowOf(id));
  });

  it("leaves out what is excluded, by any title", async () => {
    const [first, second] = (await recommended("/recomendar matrix")).recommendations.map(({ film }) => film);
    const others = await recommended(`/recomendar matrix excluir=${first?.title}, tmdb:${second?.id}`);
    expect(ids(others)).not.toContain(first?.id);
    expect(ids(others)).not.toContain(second?.id);
    expect(others.film?.id).toBe(603);
  });

  it("says which filter to drop where nothing is left, and the offer works", async () => {
    const outcome = await question("/recomendar matrix desde=1890 hasta=1895 genero=terror");
    expect(outcome.status).toBe("empty");
    expect(outcome.answer.text).toMatch(/^No hay ninguna película de terror como «Matrix» de 1890 a 1895\. /);
    const impossible = await question("/recomendar matrix hasta=1880 cantidad=3 pagina=1");
    const [without] = impossible.answer.choices ?? [];
    expect(without).toEqual({
      label: expect.stringMatching(/^Sin «hasta» \(\d+\)$/u),
      command: "recomendar",
      options: { titulo: "matrix", cantidad: 3 },
    });
    expect(await withOptions(without?.options)).toMatchObject({ status: "ok" });
    const english = await question("/recomendar matrix hasta=1880 cantidad=3", "en");
    expect(english.answer.text).toMatch(/^There is no film like “The Matrix” until 1880\. /u);
    expect(english.answer.choices?.[0]?.label).toMatch(/^Without “until” \(\d+\)$/u);
  });

  it("tells how many films there are without each, and offers what passes them all whatever it is like", async () => {
    const outcome = await question("/recomendar toy story genero=terror pais=noruega cantidad=10");
    expect(outcome.status).toBe("empty");
    const choices = outcome.answer.choices ?? [];
    expect(choices.length).toBeGreaterThan(1);
    for (const { label, options } of choices) {
      const told = Number(/\((\d+)\)$/u.exec(label)?.[1]);
      let listed = 0;
      for (let pagina = 1, more = true; more && pagina <= MOST_PAGES; pagina++) {
        const outcome = await withOptions({ ...options, pagina });
        expect(outcome.status, words(outcome)).toBe("ok");
        const { recommendations, more: isMore } = outcome.result as Recommendations;
        listed += recommendations.length;
        more = isMore;
      }
      expect(listed, label).toBe(Math.min(told, MOST_PAGES * 10));
    }
    expect(choices.at(-1)?.options.titulo).toBeUndefined();
  });

  it("leave only films that have something of the film, however many are asked for", async () => {
    const list = await recommended("/recomendar toy story genero=terror cantidad=10");
    expect(ids(list).length).toBeLessThanOrEqual(10);
    const recommender = await starter.edition.recommender();
    for (const { film } of list.recommendations)
      expect(shareSomething(recommender, rowOf(862), rowOf(film.id)), film.title).toBe(true);
  });

  it("are numbers and lists on every surface, as text or as what they are", async () => {
    const asText = await withOptions({
      titulo: "matrix",
      desde: "1980",
      hasta: "1995",
      pagina: "2",
      menos_populares: "sí",
      excluir: "alien, tmdb:218",
    });
    const asThemselves = await withOptions({
      titulo: "matrix",
      desde: 1980,
      hasta: 1995,
      pagina: 2,
      menos_populares: true,
      excluir: ["alien", "tmdb:218"],
    });
    expect(asText.status).toBe("ok");
    expect(asThemselves).toEqual(asText);
    expect(asText.asked?.options).toEqual({
      titulo: "matrix",
      desde: 1980,
      hasta: 1995,
      pagina: 2,
      menos_populares: true,
      excluir: ["alien", "tmdb:218"],
    });
  });

  it.each([
    ["desde=2000 hasta=1990", "desde", "«Desde» (2000) es posterior a «hasta» (1990): dales la vuelta."],
    ["desde=2000 hasta=1990 genero=ci", "desde", "dales la vuelta"],
    ["genero=ci", "genero", "No conozco el género «ci»"],
    ["plataforma=filmin", "plataforma", "No conozco la plataforma «filmin»"],
    ["desde=ayer", "desde", "«Desde» ha de ser un número entero entre 1870 y 2100, y recibí «ayer»."],
    ["hasta=3000", "hasta", "«Hasta» ha de ser un número entero entre 1870 y 2100, y recibí «3000»."],
    ["pagina=21", "pagina", "«Página» ha de ser un número entero entre 1 y 20, y recibí «21»."],
    ["cantidad=50", "cantidad", "«Cantidad» ha de ser un número entero entre 1 y 10, y recibí «50»."],
    ["menos_populares=quizás", "menos_populares", "ha de ser «sí» o «no», y recibí «quizás»."],
    ["excluir=asdfghjkl", "excluir", "«asdfghjkl» (en «excluir»)"],
  ])("that are wrong are told by their name: %s", async (filters, option, said) => {
    const outcome = await question(`/recomendar matrix ${filters}`);
    expect(outcome).toMatchObject({ status: "error", error: { code: "invalid_parameter", option } });
    expect(words(outcome)).toContain(said);
  });

  it("name an unknown title that is liked, in the reader's language", async () => {
    const outcome = await question("/recomendar gusta=matrix,asdfghjkl", "en");
    expect(outcome.error).toEqual({ code: "invalid_parameter", option: "gusta" });
    expect(words(outcome)).toBe(
      "I couldn't find a film called “asdfghjkl” (in “liked”). Separate titles with commas.",
    );
  });
});

describe("less popular films", () => {
  it("are turned to where a film is named", async () => {
    const votes = (list: Recommendations) => sum(ids(list).map(votesOf));
    for (const title of ["matrix", "titanic", "toy story"]) {
      const less = await recommended(`/recomendar ${title} cantidad=10 menos_populares=si`);
      expect(votes(less)).toBeLessThan(votes(await recommended(`/recomendar ${title} cantidad=10`)));
    }
  });

  it("are others than the best known where none is, and well rated by enough people", async () => {
    const known = await recommended("/recomendar cantidad=10");
    const less = await recommended("/recomendar cantidad=10 menos_populares=si");
    expect(ids(less)).toHaveLength(10);
    expect(ids(less).filter((id) => ids(known).includes(id))).toEqual([]);
    const median = (list: Recommendations) =>
      ids(list)
        .map(votesOf)
        .sort((a, b) => a - b)[5] ?? 0;
    expect(median(less)).toBeLessThan(median(known) / 5);
    for (const id of ids(less)) {
      expect(votesOf(id)).toBeGreaterThanOrEqual(300);
      expect(catalog.films.voteAverage.get(rowOf(id))).toBeGreaterThanOrEqual(6.5);
    }
    const title = (await question("/recomendar menos_populares=si")).answer.title;
    expect(title).toBe("Menos conocidas y bien valoradas");
  });

  it("are the same each time, and others on the next page", async () => {
    const first = await question("/recomendar menos_populares=si");
    expect(await question("/recomendar menos_populares=si")).toEqual(first);
    const [other] = first.answer.choices ?? [];
    expect(other?.options).toEqual({ menos_populares: true, pagina: 2, semilla: TODAY });
    const second = (await withOptions(other?.options)).result as Recommendations;
    const seen = ids(first.result as Recommendations);
    expect(ids(second)).toHaveLength(5);
    expect(ids(second).filter((id) => seen.includes(id))).toEqual([]);
  });

  it("are narrowed down like others, even where few people rated them", async () => {
    const westerns = await recommended("/recomendar menos_populares=si genero=western cantidad=10");
    expect(ids(westerns)).toHaveLength(10);
    // Of the newest films the sources tell no votes.
    const newest = await recommended("/recomendar menos_populares=si desde=2026 cantidad=10");
    expect(ids(newest).length).toBeGreaterThan(0);
    for (const { film } of newest.recommendations) expect(film.year).toBeGreaterThanOrEqual(2026);
    expect(Math.min(...ids(newest).map(votesOf))).toBeLessThan(300);
  });
});

describe("several films", () => {
  it("have films between them, and each reason says for which of them it holds", async () => {
    const list = await recommended("/recomendar matrix + toy story");
    expect(list.films.map(({ id }) => id)).toEqual([603, 862]);
    for (const { film, reasons } of list.recommendations) {
      expect([603, 862]).not.toContain(film.id);
      for (const { with: id } of reasons) expect([603, 862]).toContain(id);
    }
  });

  it("go on with others", async () => {
    const first = await question("/recomendar matrix + toy story");
    const [other] = first.answer.choices ?? [];
    expect(other?.options.titulo).toBe("tmdb:603 + tmdb:862");
    const { result } = await withOptions(other?.options);
    expect((result as Recommendations).films.map(({ id }) => id)).toEqual([603, 862]);
  });

  it("are as good as for the one that they suit least, whichever is named first", async () => {
    const one = await recommended("/recomendar alien + toy story cantidad=10");
    const other = await recommended("/recomendar toy story + alien cantidad=10");
    expect(ids(other)).toEqual(ids(one));
    const recommender = await starter.edition.recommender();
    const asked = [rowOf(348), rowOf(862)];
    // Those that share nothing to tell with one of the two come behind.
    const [first, ...others] = one.recommendations
      .map(({ film }) => rowOf(film.id))
      .filter((film) => asked.every((own) => shareSomething(recommender, own, film)))
      .map((film) =>
        Math.min(...asked.map((own) => onOwnScale(recommender, own, [film])[0]?.[1] ?? Number.NaN)),
      );
    expect(others.length).toBeGreaterThan(2);
    for (const score of others) expect(score).toBeLessThanOrEqual(first ?? Number.NaN);
  });

  it("say which of the liked ones a film goes with", async () => {
    for (const gusta of ["matrix, toy story, titanic", "amelie, el padrino"]) {
      const { answer, result } = await question(`/recomendar gusta=${gusta} cantidad=10`);
      const { films, recommendations } = result as Recommendations;
      const titles = films.map((film) => shownTitle(film, "es"));
      answer.list?.lines.forEach(({ why }, at) => {
        const named = titles.filter((title) => why?.includes(`«${title}»`));
        expect(named.length, why).toBeGreaterThan(0);
        expect(films.map(({ id }) => id)).toContain(recommendations[at]?.near);
      });
    }
  });

  it("are somebody's taste, without what was seen", async () => {
    const outcome = await question("/recomendar gusta=matrix, toy story; titanic");
    const list = outcome.result as Recommendations;
    expect(list.films.map(({ id }) => id)).toEqual([603, 862, 597]);
    expect(ids(list)).toHaveLength(5);
    for (const id of [603, 862, 597]) expect(ids(list)).not.toContain(id);
    expect(outcome.answer.choices?.[0]?.options).toEqual({
      gusta: ["tmdb:603", "tmdb:862", "tmdb:597"],
      pagina: 2,
    });
  });

  it("may be as many as a person likes", async () => {
    const many = Array.from({ length: 60 }, (_, row) => `tmdb:${catalog.films.id[row]}`);
    for (const gusta of [many.join(","), many]) {
      const { result } = await withOptions({ gusta });
      expect((result as Recommendations).films).toHaveLength(60);
    }
  });
});
