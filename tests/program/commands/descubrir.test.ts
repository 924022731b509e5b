/** `/descubrir` on the starter catalogue: what is understood, what is told, and where one can go from there. */
import { describe, expect, it } from "vitest";
import { plainLine, plainText } from "../../../src/chat/answer/rich-text.js";
import type { Choice, OptionValues } from "../../../src/chat/answer/schema.js";
import { exactOptions } from "../../../src/chat/command/exact-options.js";
import { commandNamed } from "../../../src/chat/command/names.js";
import { dispatch } from "../../../src/chat/dispatch.js";
import { complete } from "../../../src/chat/line/complete.js";
import { saidChoice } from "../../../src/chat/line/said.js";
import { SPANISH } from "../../../src/chat/locale.js";
import type { Outcome } from "../../../src/chat/outcome.js";
import type { Discovered } from "../../../src/queries/discover/discover.js";
import type { Recommendations } from "../../../src/queries/discover/recommendations.js";
import { answerText } from "../../support/answer-text.js";
import { asking } from "../../support/fakes.js";
import { hostOf } from "../../support/http-host.js";
import { starter } from "../../support/starter-index.js";

const { bot } = starter;
const words = ({ answer }: Outcome) => answerText(answer);
const resultOf = ({ result }: Outcome) => result as Discovered;
const ids = (outcome: Outcome) => resultOf(outcome).films.map(({ film }) => film.id);

function command(name = "descubrir") {
  const found = commandNamed(bot.program.commands, name);
  if (!found) throw new Error(name);
  return found;
}

function withOptions(options: OptionValues, name = "descubrir"): Promise<Outcome> {
  return dispatch(bot, command(name), options, asking("es", { now: new Date("2026-01-01") }));
}

function press({ command: name, options }: Choice): Promise<Outcome> {
  return withOptions(options, name);
}

async function discovered(filters: string, tag?: string): Promise<Outcome> {
  const outcome = await starter.ask(`/descubrir ${filters}`, tag);
  expect(outcome.status, words(outcome)).toBe("ok");
  return outcome;
}

describe("an answer", () => {
  it("says what was understood, and of each film what the order is about", async () => {
    const outcome = await discovered("terror desde=1980 hasta=1989 cantidad=3");
    expect(outcome.answer.title).toBe("Terror de 1980 a 1989 · mejores primero");
    const [line] = outcome.answer.list?.lines ?? [];
    expect(line && plainLine(line)).toMatch(/^El resplandor \(1980\) · nota 8,\d \(\d\.\d{3} votos\)$/u);
    expect(resultOf(outcome).filters).toEqual({ genero: ["Horror"], desde: 1980, hasta: 1989 });
    expect(resultOf(outcome).order).toBe("mejor");
    expect(outcome.answer.footer).toContain("300 votos de 6");
    const english = await discovered("horror desde=1980 hasta=1989 cantidad=3", "en");
    expect(english.answer.title).toBe("Horror films from 1980 to 1989 · best first");
    expect(english.answer.list?.lines[0]?.details?.[0]).toMatch(/^rated 8\.\d \(\d,\d{3} votes\)$/u);
  });

  it.each([
    ["genero=terror,comedia", "Comedias de terror · mejores primero"],
    ["genero=drama sin_genero=romance", "Dramas sin romance · mejores primero"],
    ["actor=tom hanks", "Películas con Tom Hanks · mejores primero"],
    ["persona=clint eastwood orden=antigua", "Películas de o con Clint Eastwood · más antiguas primero"],
    ["director=steven spielberg orden=reciente", "Películas de Steven Spielberg · más recientes primero"],
    ["pais=españa idioma=catalan", "Películas de España en catalán · mejores primero"],
    ["desde=1999 hasta=1999 orden=votos", "Películas de 1999 · más votadas primero"],
    ["duracion_min=150 orden=larga", "Películas de 150 minutos o más · más largas primero"],
    ["duracion_min=80 duracion_max=90", "Películas de 80 a 90 minutos · mejores primero"],
    [
      "nota_min=7,5 votos_min=1000",
      "Películas con nota de 7,5 o más con 1.000 votos o más · mejores primero",
    ],
    ["franquicia=toy story orden=recaudacion", "Películas de la saga Toy Story · más taquilleras primero"],
    ["productora=pixar", "Películas de Pixar Animation Studios · mejores primero"],
    ["plataforma=netflix orden=popular", "Películas en Netflix · más populares primero"],
    ["orden=retorno", "Todas las películas · mayor retorno primero"],
    [
      "genero=terror excluir=alien, country:US",
      "Terror sin Alien, el octavo pasajero y Estados Unidos · mejores primero",
    ],
  ])("to %s is called %j", async (filters, title) => {
    const { answer } = await discovered(filters);
    expect(answer.title).toBe(title);
    expect(answer.list?.lines.length).toBeGreaterThan(0);
  });

  it("without any option is the best there are", async () => {
    const outcome = await discovered("");
    expect(outcome.answer.title).toBe("Todas las películas · mejores primero");
    expect(ids(outcome)).toHaveLength(5);
  });

  it("tells what was asked about too: length and rating", async () => {
    const { answer } = await discovered("duracion_max=90 nota_min=7 orden=popular cantidad=1");
    const [line] = answer.list?.lines ?? [];
    expect(line?.details).toHaveLength(3);
    expect(line?.details?.join(" · ")).toMatch(/^popularidad .* · \d+ minutos · nota \d,\d \(/u);
  });

  it("says whence it is known what a platform shows, and what the order leaves out", async () => {
    expect((await discovered("plataforma=netflix")).answer.footer).toMatch(/En Netflix según/u);
    const outcome = await discovered("orden=retorno");
    expect(outcome.answer.footer).toContain("Sin las de cifras dudosas.");
    expect(outcome.answer.footer).toMatch(/Sin contar [\d.]+ películas de las que falta el dato\./u);
    for (const film of resultOf(outcome).films) expect(film.return).not.toBeNull();
  });

  it("leads to the card of each, and to the next ones by button and word", async () => {
    const first = await discovered("comedia cantidad=8");
    expect(first.answer.list?.lines.map(({ asks }) => asks)).toEqual(
      ids(first).map((id) => ({ command: "pelicula", options: { titulo: `tmdb:${id}` } })),
    );
    expect(first.answer.list?.numbered).toBe(true);
    expect(first.answer.choices).toMatchObject([{ label: "Ver otras", command: "descubrir", inPlace: true }]);
    const more = saidChoice(first.answer, "más");
    expect(more?.options).toEqual({ genero: ["comedia"], cantidad: 8, pagina: 2 });
    const second = await press(more as Choice);
    expect(ids(second)).toHaveLength(8);
    expect(ids(second).filter((id) => ids(first).includes(id))).toEqual([]);
    expect(ids(await discovered("comedia cantidad=16"))).toEqual([...ids(first), ...ids(second)]);
  });
});

describe("values", () => {
  it("are the same typed, listed and exact", async () => {
    const typed = await discovered("genero=ciencia ficcion, accion pais=EEUU plataforma=prime");
    const listed = await withOptions({
      genero: ["Science Fiction", "Action"],
      pais: "US",
      plataforma: "amazon",
    });
    expect(listed.result).toEqual(typed.result);
    expect(resultOf(typed).filters).toEqual({
      genero: ["Science Fiction", "Action"],
      pais: "US",
      plataforma: "amazon",
    });
    const exact = exactOptions(bot.edition, command(), typed.asked?.options ?? {});
    expect(exact).toEqual(resultOf(typed).filters);
    expect((await withOptions(exact)).result).toEqual(typed.result);
  });

  it("of people are exact, whatever their role", async () => {
    const outcome = await discovered("actor=leonardo dicaprio, kate winslet director=james cameron");
    expect(ids(outcome)).toEqual([597]);
    const { filters } = resultOf(outcome);
    expect(filters).toEqual({ actor: ["person:6193", "person:204"], director: ["person:2710"] });
    const persons = await discovered("persona=leonardo dicaprio + james cameron");
    expect(resultOf(persons).filters).toEqual({ persona: ["person:6193", "person:2710"] });
    expect(ids(persons)).toContain(597);
  });

  it("to leave out are of any kind, by exact value or title", async () => {
    const all = await discovered("franquicia=toy story cantidad=20");
    const without = await discovered("franquicia=toy story cantidad=20 excluir=toy story 2");
    expect(ids(all).filter((id) => !ids(without).includes(id))).toEqual([863]);
    const excluir = ["person:31", "company:2", "collection:10194", "country:FR", "tema:robot", "tmdb:597"];
    const many = await withOptions({ excluir });
    expect(resultOf(many).filters).toEqual({ excluir });
    expect(many.status).toBe("ok");
  });

  it.each([
    ["genero=terror,xyzw", "genero", "No conozco el género «xyzw»"],
    ["pais=narnia", "pais", "No conozco el país «narnia»"],
    ["actor=qwzx qwzx", "actor", "No encontré a ningún actor ni actriz llamado «qwzx qwzx»."],
    ["persona=qwzx qwzx", "persona", "No encontré a nadie que se llame «qwzx qwzx»."],
    ["franquicia=qwzx", "franquicia", "No encontré ninguna saga llamada «qwzx»."],
    ["productora=qwzx qwzx", "productora", "No encontré ninguna productora llamada «qwzx qwzx»."],
    ["tema=qwzx", "tema", "No conozco ninguna película sobre «qwzx»."],
    ["excluir=asdfghjkl", "excluir", "«asdfghjkl» (en «excluir»)"],
    ["orden=xyzw", "orden", "No conozco el orden «xyzw». Prueba con mejor, reciente o recaudación."],
    ["tipo=xyzw", "tipo", "No conozco el tipo de título «xyzw»"],
    ["nota_min=11", "nota_min", "«Nota mínima» ha de ser un número entre 0 y 10, y recibí «11»."],
    ["nota_min=alta", "nota_min", "ha de ser un número entre 0 y 10, y recibí «alta»."],
    ["cantidad=21", "cantidad", "un número entero entre 1 y 20"],
    ["desde=2000 hasta=1990", "desde", "dales la vuelta"],
    ["duracion_min=90 duracion_max=80", "duracion_min", "dales la vuelta"],
  ])("that are none are told by their option: %s", async (filters, option, said) => {
    const outcome = await starter.ask(`/descubrir ${filters}`);
    expect(outcome).toMatchObject({ status: "error", error: { code: "invalid_parameter", option } });
    expect(words(outcome)).toContain(said);
  });

  it("are completed one after the other", () => {
    const inserted = (line: string) => complete(bot, line, SPANISH).map(({ insert }) => insert);
    expect(inserted("/descubrir genero=terror, come")).toEqual(['/descubrir genero="terror, Comedia"']);
    expect(inserted("/descubrir orden=recau")).toEqual(["/descubrir orden=recaudación"]);
    expect(inserted("/descubrir persona=tom hank")[0]).toBe('/descubrir persona="Tom Hanks"');
    expect(inserted("/descubrir excluir=person:31, titani")[0]).toMatch(
      /excluir="person:31, (Titanic|tmdb:597)/u,
    );
  });
});

describe("where nothing is left", () => {
  it("it is said which constraint to drop, with how many films there are then", async () => {
    const outcome = await starter.ask("/descubrir genero=western,comedia hasta=1900 duracion_min=60");
    expect(outcome.status).toBe("empty");
    const choices = outcome.answer.choices ?? [];
    expect(choices.length).toBeGreaterThan(0);
    for (const choice of choices) {
      const after = await press(choice);
      expect(after.status, choice.label).toBe("ok");
      const count = Number(/\(([\d.]+)\)$/u.exec(choice.label)?.[1]?.replaceAll(".", ""));
      expect(resultOf(after).total, choice.label).toBe(count);
    }
  });

  it("a value is dropped from a list, and several constraints at once where no single one helps", async () => {
    const outcome = await starter.ask("/descubrir genero=western,documental actor=tom hanks, penelope cruz");
    expect(outcome.status).toBe("empty");
    expect(plainText([outcome.answer.text ?? ""].flat())).toMatch(
      /^No hay ningún documental del Oeste con /u,
    );
    expect(outcome.answer.choices?.[0]?.label).toMatch(/^Sin «.+» ni «.+» \(\d+\)$/u);
    const english = await starter.ask(
      "/descubrir genero=western,documentary actor=tom hanks, penelope cruz",
      "en",
    );
    expect(english.answer.choices?.[0]?.label).toMatch(/^Without “.+” or “.+” \(\d+\)$/u);
    for (const choice of outcome.answer.choices ?? []) expect((await press(choice)).status).toBe("ok");
  });

  it("there is nothing more behind the last page", async () => {
    const outcome = await starter.ask("/descubrir franquicia=toy story pagina=9");
    expect(outcome.status).toBe("empty");
    expect(words(outcome)).toContain("No hay más.");
  });
});

describe("at random", () => {
  const at = (now: string, line = "/descubrir orden=azar genero=comedia") =>
    starter.ask(line, "es", { now: new Date(now) });

  it("it is another list each time, and the button goes on with the same one", async () => {
    const first = await at("2026-01-01T10:00:00.000Z");
    expect(ids(await at("2026-01-01T10:00:07.123Z"))).not.toEqual(ids(first));
    const more = saidChoice(first.answer, "otra");
    expect(more?.options).toMatchObject({ orden: "azar", pagina: 2 });
    const [one, two] = [await press(more as Choice), await press(more as Choice)];
    expect(ids(one)).toEqual(ids(two));
    expect(ids(one).filter((id) => ids(first).includes(id))).toEqual([]);
    expect(first.cacheable).toBe(false);
    expect(one.cacheable).toBe(true);
  });

  it("nobody keeps the answer over HTTP, unless it is one of a seed", async () => {
    const host = await hostOf(bot);
    const tagOf = async (query: string) => (await host.get(`/api/descubrir?${query}`)).headers.etag;
    expect(await tagOf("orden=azar")).toBeUndefined();
    expect(await tagOf("orden=azar&semilla=7")).toBeDefined();
    expect(await tagOf("orden=mejor")).toBeDefined();
  });
});

describe("/recomendar", () => {
  it("is narrowed down by the same options", async () => {
    const outcome = await starter.ask(
      "/recomendar matrix actor=keanu reeves sin_genero=accion nota_min=6 cantidad=3",
    );
    expect(outcome.status, words(outcome)).toBe("ok");
    const recommended = (outcome.result as Recommendations).recommendations.map(({ film }) => film.id);
    const passing = ids(await discovered("actor=keanu reeves sin_genero=accion nota_min=6 cantidad=20"));
    expect(recommended.filter((id) => !passing.includes(id))).toEqual([]);
    expect(outcome.answer.title).toMatch(/, con Keanu Reeves con nota de 6 o más sin acción$/u);
  });
});
