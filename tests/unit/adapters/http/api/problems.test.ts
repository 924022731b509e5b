/** What goes wrong is told as a problem, after RFC 9457. */
import { describe, expect, it } from "vitest";
import { bot, createBot, SECRET } from "../../../../support/fakes.js";
import { hostOf, running, seen } from "../../../../support/http-host.js";

const host = await hostOf(bot);

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
    ["/api/ask?q=x&r=y", "unknown_parameter", "r", "q, after, lang"],
    ["/api/complete", "missing_parameter", "q", "«q»"],
    ["/api/about?q=x", "unknown_parameter", "q", "lang"],
  ])("is told with its name: %s", async (url, code, parameter, words) => {
    const { status, body, headers } = await host.get(url);
    expect(status).toBe(400);
    expect(body).toMatchObject({ status, code, parameter, type: `/docs/errors#${code}` });
    expect(body.detail).toContain(words);
    expect(seen(body.answer)).toContain(words);
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "content-type": "application/problem+json; charset=utf-8",
    });
  });

  it("is told with the names there are", async () => {
    expect((await host.get("/api/recomendar/x?foo=3")).body.parameters).toEqual([
      "titulo",
      "cantidad",
      "publico",
      "lang",
    ]);
    const { body } = await host.get("/get_score_count?foo=3");
    expect(body.parameters).toEqual(["platform", "scored", "year", "lang"]);
  });

  it.each(["/api/votos/%", "/api/votos/%zz", "/api/votos/%ED%A0%80", "/api/votos?titulo=%C0%AF", "/%ff"])(
    "is an encoding that is none: %s",
    async (url) => {
      const { status, body } = await host.get(url);
      expect(status).toBe(400);
      expect(body.code).toBe("invalid_url");
    },
  );

  it("is an address nobody answers at, with the nearest", async () => {
    expect(await host.get("/api/votso/titanic")).toMatchObject({
      status: 404,
      body: { code: "not_found", nearest: "/api/votos/titanic" },
    });
    const halves = (await host.get("/api/plataforma")).body;
    expect(halves.nearest).toBe("/api/plataforma/puntaje");
    expect(halves.answer.choices?.map(({ label }) => label)).toEqual([
      "/plataforma puntaje",
      "/plataforma maxima",
    ]);
    expect((await host.get("/api/votos/face/off")).body).toMatchObject({
      code: "not_found",
      nearest: "/api/votos/face%2Foff",
    });
    expect(await host.get("/nada?lang=en")).toMatchObject({
      status: 404,
      body: { detail: "There is nothing at “/nada” here. What there is stands at /docs." },
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
    const bugs = await hostOf(createBot());
    for (const url of ["/api/mes/bug", "/api/mes/reject"]) {
      const { status, body, text, headers } = await bugs.get(url);
      expect(status).toBe(500);
      expect(body.code).toBe("internal");
      expect(body.detail).toContain(`código: ${body.id}`);
      expect(body.id).toMatch(/^[0-9a-f]{8}$/);
      expect(text).not.toMatch(new RegExp(`${SECRET}|postgres|\\.ts|at `));
      expect(headers["cache-control"]).toBe("no-store");
    }
    expect(bugs.logged).toHaveLength(2);
    expect(await bugs.get("/api/mes/dependency")).toMatchObject({
      status: 503,
      body: { code: "unavailable", detail: "Ahora no puedo." },
    });
  });

  it("is told anew each time, in a chat too", async () => {
    const bugs = await hostOf(createBot());
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
    const broken = await hostOf(
      running(() => async () => ({ status: "ok", result: circular, answer: { kind: "figure" } })),
    );
    const { status, text } = await broken.get("/api/ayuda");
    expect(status).toBe(500);
    expect(text).not.toContain("circular");
    expect(broken.logged).toHaveLength(1);
  });
});
