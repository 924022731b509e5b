/** Questions over HTTP: commands by path and by parameter, lines of a chat, classic names. */
import { describe, expect, it } from "vitest";
import { bot } from "../../../../support/fakes.js";
import { hostOf, seen } from "../../../../support/http-host.js";
import { commonBot, commonCases } from "../../../../support/surface.case.js";

const host = await hostOf(bot);

describe("the common cases", async () => {
  const common = await hostOf(commonBot);
  it.each(commonCases)("$name", async ({ line, tag, check }) => {
    const { status, body } = await common.get(`/api/ask?q=${encodeURIComponent(line)}`, {
      "accept-language": tag ?? "es",
    });
    expect(status).toBe(200);
    check({ text: seen(body.answer) });
  });
});

describe("a command", () => {
  it("is asked by path or by parameter", async () => {
    for (const url of ["/api/votos/titanic", "/api/votos/titanic/", "/api/votos?titulo=titanic"]) {
      const { status, body } = await host.get(url);
      expect(status).toBe(200);
      expect(body).toEqual({
        status: "ok",
        result: { value: "tmdb:597", label: "Titanic (1997)", votes: 7770 },
        answer: { kind: "figure", title: "Titanic (1997)", fields: [{ name: "Votos", value: "7770" }] },
      });
    }
  });

  it.each([
    "/api/plataforma/puntaje?plataforma=netflix&puntaje=70&anio=2018",
    "/api/plataforma/puntaje/netflix?puntaje=70&anio=2018",
    "/api/plataforma/puntaje/netflix/70/2018",
  ])("may have a name of two words: %s", async (url) => {
    expect((await host.get(url)).body.result).toEqual({ plataforma: "netflix", puntaje: 70, anio: 2018 });
  });

  it("takes whatever is encoded, and a plus as a space among the parameters only", async () => {
    const { body } = await host.get("/api/recomendar?titulo=%C2%BFQu%C3%A9+hora+es%3F%2F100%25");
    expect(body.result).toMatchObject({ titulo: "¿Qué hora es?/100%" });
    expect((await host.get("/api/recomendar/1%2B1%2f2+3")).body.result).toMatchObject({ titulo: "1+1/2+3" });
  });

  it("asks back with 200, and finds nothing with 404", async () => {
    expect(await host.get("/api/votos/cinderella")).toMatchObject({
      status: 200,
      body: { status: "choices", result: null },
    });
    expect((await host.get("/api/votos/cinderella")).body.answer.choices).toHaveLength(2);
    expect(await host.get("/api/votos/asdfghjkl")).toMatchObject({ status: 404, body: { status: "empty" } });
  });
});

describe("HEAD", () => {
  it("tells what GET would", async () => {
    const get = await host.get("/api/votos/titanic");
    const { statusCode, headers, payload } = await host.app.inject({
      method: "HEAD",
      url: "/api/votos/titanic",
    });
    expect({ statusCode, payload }).toEqual({ statusCode: 200, payload: "" });
    expect(headers).toMatchObject({
      etag: get.headers.etag,
      "content-length": get.headers["content-length"],
    });
  });
});

describe("the chat's addresses", () => {
  it("answer 200 whatever the status", async () => {
    const status = async (q: string) => {
      const told = await host.get(`/api/ask?q=${encodeURIComponent(q)}`);
      return [told.status, told.body.command, told.body.status];
    };
    expect(await status("/votos titanic")).toEqual([200, "votos", "ok"]);
    expect(await status("/votos asdfghjkl")).toEqual([200, "votos", "empty"]);
    expect(await status("/recomendar x cantidad=99")).toEqual([200, "recomendar", "error"]);
    expect(await status("")).toEqual([200, null, "error"]);
  });

  it("complete", async () => {
    const { text } = await host.get("/api/complete?q=/votos+tit");
    expect(JSON.parse(text).completions[0]).toEqual({
      label: "Titanic (1997)",
      value: "tmdb:597",
      insert: "/votos Titanic (1997)",
    });
  });

  it("tell what there is", async () => {
    const about = JSON.parse((await host.get("/api/about?lang=en")).text);
    expect(about).toMatchObject({
      films: 45433,
      dataDate: "2017-07-31",
      version: "v1",
      notice: "This product uses the TMDB API but is not endorsed or certified by TMDB.",
    });
    expect(about.commands[0]).toEqual({
      name: "votos",
      summary: "Votes of a film",
      usage: "/votos <title>",
      required: ["titulo"],
      examples: ["/votos titanic"],
    });
  });
});

describe("the classic routes", () => {
  it.each([
    ["/peliculas_mes/enero", { now: "2020-02-02T00:00:00.000Z" }],
    ["/cantidad_filmaciones_mes?mes=enero", { now: "2020-02-02T00:00:00.000Z" }],
    ["/votos_titulo/titanic", { value: "tmdb:597", label: "Titanic (1997)", votes: 7770 }],
    ["/recomendacion/toy?cantidad=3", { titulo: "toy", cantidad: 3, publico: false }],
    ["/get_max_duration/2018/netflix/min", { anio: 2018, plataforma: "netflix", tipo: "min" }],
    ["/get_max_duration?year=2018&duration_type=min", { anio: 2018, tipo: "min" }],
    ["/get_score_count/netflix/70/2018", { plataforma: "netflix", puntaje: 70, anio: 2018 }],
    [
      "/get_score_count?platform=netflix&scored=70&year=2018",
      { plataforma: "netflix", puntaje: 70, anio: 2018 },
    ],
    [
      "/get_score_count?plataforma=netflix&scored=70&anio=2018",
      { plataforma: "netflix", puntaje: 70, anio: 2018 },
    ],
  ])("%s", async (url, result) => {
    const { status, body } = await host.get(url);
    expect(status).toBe(200);
    expect(body.result).toEqual(result);
  });

  it("leave out what there is no command for", async () => {
    expect((await host.get("/get_director/spielberg")).status).toBe(404);
  });
});
