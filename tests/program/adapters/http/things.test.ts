/** Films and people by their ids, lists that go on, and what is told where there is nothing. */
import { describe, expect, it } from "vitest";
import { hostOf, type Told } from "../../../support/http-host.js";
import { starter } from "../../../support/starter-index.js";

const host = await hostOf(starter.bot);

interface Listed {
  readonly result: {
    readonly films: readonly { readonly film: { readonly id: number } }[];
    readonly total?: number;
  };
  readonly links?: { readonly next?: string; readonly prev?: string };
}

const listed = ({ text }: Told) => JSON.parse(text) as Listed;

describe("a film", () => {
  it("has an address of its own, and is named with poster, votes and synopsis", async () => {
    const { status, body } = await host.get("/api/peliculas/603");
    expect(status).toBe(200);
    expect(body).toEqual((await host.get("/api/pelicula?titulo=tmdb:603")).body);
    expect(body.result).toMatchObject({
      film: {
        id: 603,
        poster: expect.stringMatching(/^https:\/\/image\.tmdb\.org\//u),
        voteCount: expect.any(Number),
        voteAverage: expect.any(Number),
        synopsisEs: expect.any(String),
      },
    });
  });

  it("says where its poster is wherever it stands in a list", async () => {
    const { body } = await host.get("/api/director/spielberg");
    const [first] = body.answer.list?.lines ?? [];
    expect(first?.poster).toMatch(/^https:\/\/image\.tmdb\.org\//u);
  });
});

describe("a person", () => {
  it("has an address of its own, with what they acted in and what they directed", async () => {
    const { status, body } = await host.get("/api/personas/190?lang=en");
    expect(status).toBe(200);
    expect(body.result).toMatchObject({
      person: { id: 190, name: "Clint Eastwood" },
      acting: { filmCount: expect.any(Number) },
      directing: { filmCount: expect.any(Number) },
    });
  });
});

describe("what there is not", () => {
  it.each([
    ["/api/peliculas/999999999", 404, "not_found"],
    ["/api/personas/999999999", 404, "not_found"],
    ["/api/peliculas/matrix", 400, "invalid_parameter"],
    ["/api/peliculas/603?zzz=1", 400, "unknown_parameter"],
    ["/api/peliculas?cursor=zzz", 400, "invalid_parameter"],
    ["/api/peliculas?cursor=eyJwIjoyfQ&pagina=2", 400, "invalid_parameter"],
    ["/nada/de/esto", 404, "not_found"],
    [`/api/votos/${"a".repeat(201)}`, 400, "invalid_parameter"],
  ])("is a problem: %s", async (url, status, code) => {
    const told = await host.get(url);
    expect(told.status).toBe(status);
    expect(told.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(told.body).toMatchObject({ status, code });
  });

  it("leads on by name where a name was given for an id", async () => {
    const { body } = await host.get("/api/peliculas/el%20padrino");
    expect(body.nearest).toBe("/api/pelicula/el%20padrino");
    expect((await host.get(String(body.nearest))).status).toBe(200);
  });

  it("is a page with a search for whoever browses, and films that may have been meant", async () => {
    const accept = "text/html,application/xhtml+xml,*/*;q=0.8";
    const { status, headers, text } = await host.get("/movies/2/the-godfather", { accept });
    expect(status).toBe(404);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(text).toContain("Aquí no hay nada");
    expect(text).toContain('value="the godfather"');
    expect(text).toContain('href="../../styles/base.css"');
    expect(text).toContain('href="../../pelicula/238"');
    const english = await host.get("/movies", { accept, "accept-language": "en" });
    expect(english.text).toContain("There is nothing here");
    expect((await host.get("/api/zzz", { accept })).headers["content-type"]).toMatch(
      /^application\/problem\+json/u,
    );
  });
});

describe("a list", () => {
  it("goes on by cursor until all of it was told, each film once, and back again", async () => {
    const pages: Listed[] = [];
    let next: string | undefined = "/api/peliculas?genero=terror&cantidad=20";
    while (next !== undefined) {
      const told = await host.get(next);
      expect(told.status).toBe(200);
      const page = listed(told);
      const { links = {} } = page;
      expect(told.headers.link ?? "").toBe(
        Object.entries(links)
          .map(([relation, address]) => `<${address}>; rel="${relation}"`)
          .join(", "),
      );
      pages.push(page);
      next = links.next;
    }
    const ids = pages.flatMap(({ result }) => result.films.map(({ film }) => film.id));
    expect(pages.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(pages[0]?.result.total);
    const before = listed(await host.get(String(pages[1]?.links?.prev)));
    expect(before.result.films).toEqual(pages[0]?.result.films);
    expect(pages[0]?.links?.prev).toBeUndefined();
  });

  it("keeps to its turn where the order is at random", async () => {
    const first = listed(await host.get("/api/peliculas?orden=azar"));
    const second = listed(await host.get(String(first.links?.next)));
    const shown = (page: Listed) => page.result.films.map(({ film }) => film.id);
    expect(shown(second).filter((id) => shown(first).includes(id))).toEqual([]);
    expect(shown(listed(await host.get(String(second.links?.prev))))).toEqual(shown(first));
  });

  it.each(["/api/buscar/amor", "/api/recomendar/matrix"])("of %s goes on too", async (url) => {
    const first = JSON.parse((await host.get(url)).text) as Listed;
    const told = await host.get(String(first.links?.next));
    expect(told.status).toBe(200);
    expect(told.text).not.toBe((await host.get(url)).text);
  });

  it("has all films of a country a step away", async () => {
    const { body } = await host.get("/api/pais/francia");
    expect(body.answer.follow?.[0]?.line).toBe("/descubrir pais=FR");
  });
});

describe("a pasted address", () => {
  const told = (text: string, property: string) =>
    new RegExp(`<meta property="og:${property}" content="([^"]*)">`, "u").exec(text)?.[1];

  it("has a card whose addresses are whole where it is known how the server is reached", async () => {
    const open = await hostOf(starter.bot, { settings: { publicUrl: "https://cine.example/bot" } });
    const { text } = await open.get("/pelicula/603");
    expect(told(text, "url")).toBe("https://cine.example/bot/pelicula/603-matrix");
    expect(told(text, "image")).toMatch(/^https:\/\/image\.tmdb\.org\/t\/p\/w500\/.*\.jpg$/u);
    expect(told(text, "title")).toBe("Matrix (1999)");
    expect(text).toContain('<link rel="canonical" href="https://cine.example/bot/pelicula/603-matrix">');
    const bare = starter.catalog.films;
    const row = [...bare.id.keys()].find((at) => bare.poster.get(at as never) === undefined);
    if (row !== undefined) {
      const id = bare.id[row];
      expect(told((await open.get(`/pelicula/${id}`)).text, "image")).toBe(
        `https://cine.example/bot/cartel/${id}.png`,
      );
    }
    expect(
      told((await hostOf(starter.bot).then(({ get }) => get("/pelicula/603"))).text, "url"),
    ).toBeUndefined();
  });
});
