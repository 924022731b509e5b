/** `/recomendar` with all its options, on the starter catalogue. */
import { describe, expect, it } from "vitest";
import { dispatch } from "../../../src/chat/dispatch.js";
import { saidChoice } from "../../../src/chat/line/said.js";
import type { Recommendations } from "../../../src/queries/discover/recommend.js";
import { asking } from "../../support/fakes.js";
import { starter } from "../../support/starter-index.js";

const { bot, catalog } = starter;
const around = asking();

const question = (line: string) => starter.ask(line);

async function recommended(line: string): Promise<Recommendations> {
  const outcome = await question(line);
  expect(outcome.status, outcome.answer.text).toBe("ok");
  return outcome.result as Recommendations;
}

const ids = ({ recommendations }: Recommendations) => recommendations.map(({ film }) => film.id);

function rowOf(id: number): number {
  return catalog.films.id.indexOf(id);
}

describe("a list", () => {
  it("has as many films as asked for, each once, with reasons", async () => {
    for (const count of [1, 5, 10]) {
      const { recommendations } = await recommended(`/recomendar matrix cantidad=${count}`);
      expect(new Set(recommendations.map(({ film }) => film.id)).size).toBe(count);
      for (const { reasons } of recommendations) expect(reasons.length).toBeGreaterThan(0);
    }
  });

  it("holds at most two of one franchise and two of one director", async () => {
    for (let row = 0; row < catalog.films.rowCount; row += 9) {
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
    const other = first.answer.choices?.find(({ label }) => label === "Otras");
    expect(other?.options).toMatchObject({ titulo: "tmdb:603", pagina: 2 });
    const command = bot.program.commands.find(({ name }) => name === other?.command);
    if (command === undefined || other === undefined) throw new Error("no button for more");
    const second = await dispatch(bot, command, other.options, around);
    const [one, two] = [first.result, second.result].map((result) => ids(result as Recommendations));
    expect(two).toHaveLength(5);
    expect(two.filter((id) => one.includes(id))).toEqual([]);
    expect(ids(await recommended("/recomendar matrix pagina=2"))).toEqual(two);
    for (const said of ["otra", "¡Otras!", " Más ", "MORE", "another one?"])
      expect(saidChoice(first.answer, said), said).toEqual(other);
    for (const said of ["otra isla", "", "matrix", "2"])
      expect(saidChoice(first.answer, said), said).toBeUndefined();
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
        title >= platforms.firstTitle[3] && title < platformTitles.rowCount ? platformLinks.film[link] : [],
      ),
    );
    expect(netflix.recommendations.length).toBeGreaterThan(0);
    for (const id of ids(netflix)) expect(linked).toContain(rowOf(id));
  });

  it("leaves out what is excluded, by any title", async () => {
    const [first, second] = (await recommended("/recomendar matrix")).recommendations.map(({ film }) => film);
    const others = await recommended(`/recomendar matrix excluir=${first.title}, tmdb:${second.id}`);
    expect(ids(others)).not.toContain(first.id);
    expect(ids(others)).not.toContain(second.id);
    expect(others.film?.id).toBe(603);
  });

  it("turns to less popular films", async () => {
    const votes = (list: Recommendations) =>
      ids(list).reduce((sum, id) => sum + catalog.films.voteCount[rowOf(id)], 0);
    for (const title of ["matrix", "titanic", "toy story"]) {
      const less = await recommended(`/recomendar ${title} cantidad=10 menos_populares=si`);
      expect(votes(less)).toBeLessThan(votes(await recommended(`/recomendar ${title} cantidad=10`)));
    }
  });

  it("says which filter to drop where nothing is left, and the offer works", async () => {
    const outcome = await question("/recomendar matrix desde=1890 hasta=1895 genero=terror");
    expect(outcome.status).toBe("empty");
    expect(outcome.answer.text).toMatch(/^No queda ninguna desde 1890, hasta 1895 y de terror/);
    const impossible = await question("/recomendar matrix hasta=1895 cantidad=3");
    const [without] = impossible.answer.choices ?? [];
    expect(without.label).toBe("Sin «hasta» (3)");
    const command = bot.program.commands.find(({ name }) => name === "recomendar");
    if (command === undefined) throw new Error("no /recomendar");
    expect(await dispatch(bot, command, without.options, around)).toMatchObject({ status: "ok" });
  });

  it("tells of years the wrong way round, and of titles that are none", async () => {
    expect((await question("/recomendar matrix desde=2000 hasta=1990")).answer.text).toContain(
      "dales la vuelta",
    );
    const unknown = await question("/recomendar matrix excluir=asdfghjkl");
    expect(unknown).toMatchObject({ status: "error" });
    expect(unknown.answer.text).toContain("«asdfghjkl»");
  });
});

describe("several films", () => {
  it("finds films between two, and says for which of them each reason holds", async () => {
    const list = await recommended("/recomendar matrix + toy story");
    expect(list.films.map(({ id }) => id)).toEqual([603, 862]);
    for (const { film, reasons } of list.recommendations) {
      expect([603, 862]).not.toContain(film.id);
      for (const { with: id } of reasons) expect([603, 862]).toContain(id);
    }
  });

  it("goes on with others of two films", async () => {
    const first = await question("/recomendar matrix + toy story");
    const [other] = first.answer.choices ?? [];
    expect(other.options.titulo).toBe("tmdb:603 + tmdb:862");
    const command = bot.program.commands.find(({ name }) => name === "recomendar");
    if (command === undefined) throw new Error("no /recomendar");
    const { result } = await dispatch(bot, command, other.options, around);
    expect((result as Recommendations).films.map(({ id }) => id)).toEqual([603, 862]);
  });

  it("recommends for somebody's taste, without what was seen", async () => {
    const list = await recommended("/recomendar gusta=matrix, toy story; titanic");
    expect(list.films.map(({ id }) => id)).toEqual([603, 862, 597]);
    expect(ids(list)).toHaveLength(5);
    for (const id of [603, 862, 597]) expect(ids(list)).not.toContain(id);
  });

  it("reads a list as long as a person's likes", async () => {
    const many = Array.from({ length: 60 }, (_, row) => `tmdb:${catalog.films.id[row]}`);
    const command = bot.program.commands.find(({ name }) => name === "recomendar");
    if (command === undefined) throw new Error("no /recomendar");
    const { result } = await dispatch(bot, command, { gusta: many.join(",") }, around);
    expect((result as Recommendations).films).toHaveLength(60);
  });
});
