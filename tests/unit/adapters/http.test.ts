import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Services } from "../../../src/chat/context.js";
import { SECRET, services } from "../../support/fakes.js";
import { commonCases, commonServices } from "../../support/surface.case.js";
import { type Body, type Host, hostOf } from "../../support/http-host.js";

const host = await hostOf(services);

/** All that a reader of the answer would see. */
function seen({ answer }: Body): string {
  const { title, text, fields = [], list = [], prompt, choices = [], image, footer } = answer;
  const lines = [title, text, ...fields.flatMap(({ name, value }) => [name, value]), ...list];
  return [...lines, prompt, ...choices.map(({ label }) => label), image, footer].filter(Boolean).join("\n");
}

describe("the common cases", async () => {
  const common = await hostOf(commonServices);
  it.each(commonCases)("$name", async ({ line, tag, check }) => {
    const { status, body } = await common.get(`/api/ask?q=${encodeURIComponent(line)}`, {
      "accept-language": tag ?? "es",
    });
    expect(status).toBe(200);
    check({ text: seen(body) });
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

describe("what is wrong", () => {
  it.each([
    ["/api/votos", "missing_parameter", "titulo", "Falta un dato: título"],
    ["/api/votos?titulo=", "missing_parameter", "titulo", "Falta un dato"],
    ["/api/recomendar/x?cantidad=99", "invalid_parameter", "cantidad", "entre 1 y 10"],
    ["/api/recomendar/x?cantidad=tres", "invalid_parameter", "cantidad", "«tres»"],
    ["/api/recomendar/x?cantidda=3", "unknown_parameter", "cantidda", "¿Quisiste decir «cantidad»?"],
    ["/api/recomendar/x?a[b]=3", "unknown_parameter", "a[b]", "titulo, cantidad, publico"],
    ["/api/recomendar/x?__proto__=3", "unknown_parameter", "__proto__", "__proto__"],
    ["/api/votos?titulo=a&titulo=b", "repeated_parameter", "titulo", "repetido"],
    ["/api/votos/a?titulo=b", "repeated_parameter", "titulo", "repetido"],
    ["/api/votos/a?lang=es&lang=en", "repeated_parameter", "lang", "repetido"],
    ["/api/votos/a?lang=%3Cscript%3E", "invalid_parameter", "lang", "un idioma"],
    ["/get_score_count?platform=netflix&scored=x&year=2018", "invalid_parameter", "scored", "entre 0 y 100"],
    ["/get_score_count?platform=netflix&scored=7", "missing_parameter", "year", "Falta un dato: año"],
    ["/api/ask", "missing_parameter", "q", "«q»"],
    ["/api/ask?q=x&r=y", "unknown_parameter", "r", "q, lang"],
    ["/api/complete", "missing_parameter", "q", "«q»"],
    ["/api/about?q=x", "unknown_parameter", "q", "lang"],
  ])("is told with its name: %s", async (url, code, parameter, words) => {
    const { status, body, headers } = await host.get(url);
    expect(status).toBe(400);
    expect(body).toMatchObject({ status: "error", result: null, error: { code, parameter } });
    expect(body.answer.text).toContain(words);
    expect(headers["cache-control"]).toBe("no-store");
  });

  it("is told with the names there are", async () => {
    expect((await host.get("/api/recomendar/x?foo=3")).body.error?.parameters).toEqual([
      "titulo",
      "cantidad",
      "publico",
      "lang",
    ]);
    const { error } = (await host.get("/get_score_count?foo=3")).body;
    expect(error?.parameters).toEqual(["platform", "scored", "year", "lang"]);
  });

  it.each(["/api/votos/%", "/api/votos/%zz", "/api/votos/%ED%A0%80", "/api/votos?titulo=%C0%AF", "/%ff"])(
    "is an encoding that is none: %s",
    async (url) => {
      const { status, body } = await host.get(url);
      expect(status).toBe(400);
      expect(body.error?.code).toBe("invalid_url");
    },
  );

  it("is an address nobody answers at, with the nearest", async () => {
    expect(await host.get("/api/votso/titanic")).toMatchObject({
      status: 404,
      body: { error: { code: "not_found", nearest: "/api/votos/titanic" } },
    });
    const halves = (await host.get("/api/plataforma")).body;
    expect(halves.error?.nearest).toBe("/api/plataforma/puntaje");
    expect(halves.answer.choices?.map(({ label }) => label)).toEqual([
      "/plataforma puntaje",
      "/plataforma maxima",
    ]);
    expect((await host.get("/api/votos/face/off")).body).toMatchObject({
      error: { code: "not_found", nearest: "/api/votos/face%2Foff" },
    });
    expect(await host.get("/nada?lang=en")).toMatchObject({
      status: 404,
      body: { answer: { text: "There is nothing at “/nada” here. What there is stands at /docs." } },
    });
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] as const)("is the method %s", async (method) => {
    for (const url of ["/api/votos/titanic", "/", "/nada"]) {
      const { statusCode, headers } = await host.app.inject({
        method,
        url,
        payload: method === "POST" ? "{" : undefined,
      });
      expect(statusCode).toBe(405);
      expect(headers).toMatchObject({ allow: "GET, HEAD", connection: "close" });
    }
  });

  it("is too long or has a body", async () => {
    expect(await host.get(`/api/votos/${"a".repeat(2100)}`)).toMatchObject({ status: 414 });
    expect(await host.get(`/api/votos?titulo=${"a".repeat(2100)}`)).toMatchObject({ status: 414 });
    const { statusCode } = await host.app.inject({
      url: "/api/votos/titanic",
      headers: { "content-length": "5000" },
    });
    expect(statusCode).toBe(413);
  });

  it("is ours: told by its id, without a trace of what it was", async () => {
    const bugs = await hostOf(services);
    for (const url of ["/api/mes/bug", "/api/mes/reject"]) {
      const { status, body, text, headers } = await bugs.get(url);
      expect(status).toBe(500);
      expect(body.error?.code).toBe("internal");
      expect(body.answer.text).toMatch(/código: [0-9a-f]{8}/);
      expect(text).not.toMatch(new RegExp(`${SECRET}|postgres|\\.ts|at `));
      expect(headers["cache-control"]).toBe("no-store");
    }
    expect(bugs.logged).toHaveLength(2);
    expect(await bugs.get("/api/mes/dependency")).toMatchObject({
      status: 503,
      body: { error: { code: "unavailable" }, answer: { text: "Ahora no puedo." } },
    });
  });

  it("is told anew each time, in a chat too", async () => {
    const bugs = await hostOf(services);
    const [first, second] = [await bugs.get("/api/ask?q=/mes+bug"), await bugs.get("/api/ask?q=/mes+bug")];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.body.answer.text).not.toBe(second.body.answer.text);
    expect(second.headers["cache-control"]).toBe("no-store");
    expect(second.headers).not.toHaveProperty("etag");
    expect(bugs.logged).toHaveLength(2);
  });

  it("is ours even where an answer cannot be written as JSON", async () => {
    const circular: { self?: unknown } = {};
    circular.self = circular;
    const commands = services.commands.map((command) => ({
      ...command,
      run: () => ({ status: "ok" as const, result: circular, answer: { kind: "figure" as const } }),
    }));
    const broken = await hostOf({ ...services, commands });
    const { status, text } = await broken.get("/api/ayuda");
    expect(status).toBe(500);
    expect(text).not.toContain("circular");
    expect(broken.logged).toHaveLength(1);
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

describe("the reader's language", () => {
  it.each([
    [undefined, "Votos", "es"],
    ["en", "Votes", "en"],
    ["en-GB,en;q=0.9", "Votes", "en-GB"],
    ["fr,en;q=0.5,es;q=0.4", "Votes", "en"],
    ["es-MX", "Votos", "es-MX"],
    ["es-419,en;q=0.1", "Votos", "es-419"],
    ["en;q=0, es", "Votos", "es"],
    ["es-ZZ", "Votos", "es"],
    ["fr", "Votos", "es"],
    [";;q=,,*;q=9", "Votos", "es"],
  ])("Accept-Language: %s", async (header, word, tag) => {
    const { body, headers } = await host.get(
      "/api/votos/titanic",
      header ? { "accept-language": header } : {},
    );
    expect(body.answer.fields?.[0]?.name).toBe(word);
    expect(headers["content-language"]).toBe(tag);
    expect(headers.vary).toContain("Accept-Language");
  });

  it("is what the address says, before all", async () => {
    const english = { "accept-language": "en" };
    const told = async (url: string) => (await host.get(url, english)).headers["content-language"];
    expect(await told("/api/votos/titanic?lang=es-MX")).toBe("es-MX");
    expect(await told("/api/ask?q=/votos+titanic&lang=es_ES")).toBe("es-ES");
    // No language of ours: the next preference counts.
    expect(await told("/api/votos/titanic?lang=fr")).toBe("en");
    expect(await told("/api/votos/titanic?lang=")).toBe("en");
    expect((await host.get("/api/votos?lang=en")).body.answer.text).toContain("Something is missing");
  });
});

describe("what is kept", () => {
  const other: Services = {
    ...services,
    catalog: { ...services.catalog, manifest: { ...services.catalog.manifest, version: "v2" } },
  };

  it("bears a tag of the index's version, the address and the language", async () => {
    const tag = async (from: Host, url: string, language = "es") =>
      (await from.get(url, { "accept-language": language })).headers.etag;
    const first = await tag(host, "/api/votos/titanic");
    expect(first).toMatch(/^W\/"[\w-]{22}"$/);
    expect(await tag(await hostOf(services), "/api/votos/titanic")).toBe(first);
    expect(await tag(host, "/api/votos/toy")).not.toBe(first);
    expect(await tag(host, "/api/votos/titanic", "en")).not.toBe(first);
    expect(await tag(await hostOf(other), "/api/votos/titanic")).not.toBe(first);
  });

  it("is not sent again to who has it, asked before or not", async () => {
    const { etag } = (await host.get("/api/votos/titanic")).headers as { etag: string };
    for (const from of [host, await hostOf(services)]) {
      for (const held of [etag, etag.slice(2), `"x", ${etag}`]) {
        const { status, headers, text } = await from.get("/api/votos/titanic", { "if-none-match": held });
        expect({ status, text, tag: headers.etag }).toEqual({ status: 304, text: "", tag: etag });
      }
      expect((await from.get("/api/votos/titanic", { "if-none-match": 'W/"x"' })).status).toBe(200);
    }
  });

  it("is computed once, and again when the index changes", async () => {
    let asked = 0;
    const counting = (from: Services): Services => ({
      ...from,
      commands: from.commands.map((command) => ({
        ...command,
        run: (context, options) => {
          asked++;
          return command.run(context, options);
        },
      })),
    });
    let current = counting(services);
    const from = await hostOf(current, { services: () => current });
    for (let time = 0; time < 3; time++) await from.get("/api/votos/titanic");
    expect(asked).toBe(1);
    for (let time = 0; time < 3; time++) await from.get("/api/votos/asdfghjkl");
    expect(asked).toBe(2);
    for (let time = 0; time < 3; time++) await from.get("/api/recomendar/x?cantidad=99");
    current = counting(other);
    await from.get("/api/votos/titanic");
    expect(asked).toBe(3);
    const nothing = await hostOf(current, { keptBytes: 0 });
    for (let time = 0; time < 3; time++) await nothing.get("/api/votos/titanic");
    expect(asked).toBe(6);
  });
});

describe("compression", () => {
  const long = "/api/largo";
  const short = "/api/votos/titanic";

  it("is for long bodies and those who ask", async () => {
    const from = await hostOf(commonServices);
    const plain = await from.get(long);
    const encoded = async (header: string) => {
      const { rawPayload, headers } = await from.app.inject({
        url: long,
        headers: { "accept-encoding": header },
      });
      return { raw: rawPayload, encoding: headers["content-encoding"], headers };
    };
    // Twice: as it is made and as it was kept.
    for (let time = 0; time < 2; time++) {
      const brotli = await encoded("gzip, deflate, br");
      expect(brotli.encoding).toBe("br");
      expect(brotli.headers.vary).toContain("Accept-Encoding");
      expect(brotliDecompressSync(brotli.raw).toString()).toBe(plain.text);
      const gzip = await encoded("gzip;q=1.0, br;q=0");
      expect(gzip.encoding).toBe("gzip");
      expect(gunzipSync(gzip.raw).toString()).toBe(plain.text);
    }
    expect((await encoded("identity")).encoding).toBeUndefined();
    expect((await encoded("brx, gzip;q=0")).encoding).toBeUndefined();
    expect((await from.get(short, { "accept-encoding": "br" })).headers["content-encoding"]).toBeUndefined();
  });
});

describe("pages of other origins", () => {
  const origin = "https://cine.example";

  it("may not ask unless they are allowed to", async () => {
    const { headers } = await host.get("/api/votos/titanic", { origin });
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("may ask where they are named", async () => {
    const open = await hostOf(services, { settings: { corsOrigins: [origin, "https://otro.example"] } });
    const { headers } = await open.get("/api/votos/titanic", { origin });
    expect(headers).toMatchObject({
      "access-control-allow-origin": origin,
      vary: "Origin, Accept-Language, Accept-Encoding",
    });
    const stranger = await open.get("/api/votos/titanic", { origin: "https://malo.example" });
    expect(stranger.headers["access-control-allow-origin"]).toBeUndefined();
    const preflight = { origin, "access-control-request-method": "GET" };
    const told = await open.app.inject({ method: "OPTIONS", url: "/api/votos/titanic", headers: preflight });
    expect(told.statusCode).toBe(204);
    expect(told.headers["access-control-allow-methods"]).toBe("GET, HEAD");
    expect((await open.app.inject({ method: "POST", url: "/api/votos/titanic" })).statusCode).toBe(405);
  });

  it("may all ask with *", async () => {
    const open = await hostOf(services, { settings: { corsOrigins: ["*"] } });
    const { headers } = await open.get("/api/votos/titanic", { origin });
    expect(headers["access-control-allow-origin"]).toBe("*");
  });
});

describe("too many questions", () => {
  it("are refused for a while, each client by itself", async () => {
    const from = await hostOf(services, { settings: { rateLimit: 2, trustedProxies: ["127.0.0.1"] } });
    const ask = (client: string) => from.get("/api/votos/titanic?lang=en", { "x-forwarded-for": client });
    expect([(await ask("192.0.2.1")).status, (await ask("192.0.2.1")).status]).toEqual([200, 200]);
    const { status, headers, body } = await ask("192.0.2.1");
    expect(status).toBe(429);
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    expect(body).toMatchObject({ status: "error", error: { code: "too_many_requests" } });
    expect(body.answer.text).toMatch(/^Too many questions \(2 a minute\): wait \d+ s\.$/);
    expect((await ask("192.0.2.2")).status).toBe(200);
    expect((await from.get("/healthz", { "x-forwarded-for": "192.0.2.1" })).status).toBe(200);
    expect((await from.get("/api/nada", { "x-forwarded-for": "192.0.2.1" })).status).toBe(429);
  });

  it("are counted by the connection where no proxy is trusted", async () => {
    const from = await hostOf(services, { settings: { rateLimit: 1 } });
    const ask = (client: string) => from.get("/api/votos/titanic", { "x-forwarded-for": client });
    expect([(await ask("192.0.2.1")).status, (await ask("192.0.2.2")).status]).toEqual([200, 429]);
  });
});

describe("the page", () => {
  it("is served with what it loads, and nothing else of its folder", async () => {
    const page = await host.get("/");
    expect(page).toMatchObject({ status: 200, text: "<!doctype html><title>Claqueta</title>" });
    expect(page.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https://image.tmdb.org; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
    });
    const { etag } = (await host.get("/app.js")).headers as { etag: string };
    expect((await host.get("/app.js", { "if-none-match": etag })).status).toBe(304);
    expect((await host.get("/app.js", { "accept-encoding": "br" })).headers["content-encoding"]).toBe("br");
    expect(
      (await host.get("/icon.png", { "accept-encoding": "br" })).headers["content-encoding"],
    ).toBeUndefined();
    for (const url of [
      "/.env",
      "/%2e%2e/%2e%2e/etc/passwd",
      "/..%2f..%2fpackage.json",
      "/no.js",
      "/app.js/x",
    ]) {
      const { status, text } = await host.get(url);
      expect([400, 404]).toContain(status);
      expect(text).not.toContain("hunter2");
    }
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
      examples: ["/votos titanic"],
    });
  });
});

describe("for operators", () => {
  it("tells that it lives, is ready, and what it did, without a word of what was typed", async () => {
    const from = await hostOf(services);
    await from.get("/api/votos/hunter2");
    await from.get("/api/votos/titanic");
    await from.get("/api/hunter2");
    expect(await from.get("/healthz")).toMatchObject({ status: 200, text: '{"status":"ok"}' });
    expect(JSON.parse((await from.get("/readyz")).text)).toEqual({
      status: "ready",
      version: "v1",
      films: 45433,
    });
    const { text, headers } = await from.get("/metrics");
    expect(headers["content-type"]).toContain("text/plain");
    expect(text).toContain('claqueta_http_requests_total{command="votos",status="200"} 1');
    expect(text).toContain('claqueta_http_requests_total{command="votos",status="404"} 1');
    expect(text).toContain('claqueta_http_requests_total{command="other",status="404"} 1');
    expect(text).toContain('claqueta_http_request_duration_seconds_count{command="votos"} 2');
    expect(text).toContain("claqueta_films 45433");
    expect(text).toContain('claqueta_index_info{version="v1"} 1');
    expect(text).toContain("nodejs_eventloop_lag_seconds");
    expect(text).not.toContain("hunter2");
  });
});

describe("every response", () => {
  it.each(["/", "/api/votos/titanic", "/api/nada", "/api/votos", "/healthz", "/docs", "/api/votos/%"])(
    "says what browsers must not do: %s",
    async (url) => {
      const { headers } = await host.get(url);
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
      });
      expect(headers).not.toHaveProperty("x-powered-by");
      expect(headers).not.toHaveProperty("server");
    },
  );
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
