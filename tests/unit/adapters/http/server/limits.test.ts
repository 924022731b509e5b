/** Who may ask, how often, and what browsers are told. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { bot } from "../../../../support/fakes.js";
import { hostOf } from "../../../../support/http-host.js";

const host = await hostOf(bot);

describe("pages of other origins", () => {
  const origin = "https://cine.example";

  it("may not ask unless they are allowed to", async () => {
    const { headers } = await host.get("/api/votos/titanic", { origin });
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("may ask where they are named", async () => {
    const open = await hostOf(bot, { settings: { corsOrigins: [origin, "https://otro.example"] } });
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
    expect(told.headers["access-control-allow-methods"]).toBe("GET, HEAD, POST");
    expect(Number(told.headers["access-control-max-age"])).toBeGreaterThan(600);
    expect(headers["access-control-expose-headers"]).toMatch(
      /\bratelimit-policy\b.*\bratelimit-remaining\b/u,
    );
    const plain = await open.app.inject({ method: "OPTIONS", url: "/api/votos/titanic" });
    expect(plain.statusCode).toBe(405);
    expect(plain.headers["content-type"]).toMatch(/^application\/problem\+json/u);
    expect((await open.app.inject({ method: "POST", url: "/api/votos/titanic" })).statusCode).toBe(405);
  });

  it("may all ask with *", async () => {
    const open = await hostOf(bot, { settings: { corsOrigins: ["*"] } });
    const { headers } = await open.get("/api/votos/titanic", { origin });
    expect(headers["access-control-allow-origin"]).toBe("*");
  });
});

describe("too many questions", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("are refused for a while, each client by itself", async () => {
    const from = await hostOf(bot, { settings: { rateLimit: 2, trustedProxies: ["127.0.0.1"] } });
    const ask = (client: string) => from.get("/api/votos/titanic?lang=en", { "x-forwarded-for": client });
    expect([(await ask("192.0.2.1")).status, (await ask("192.0.2.1")).status]).toEqual([200, 200]);
    const { status, headers, body } = await ask("192.0.2.1");
    expect(status).toBe(429);
    expect(headers).toMatchObject({
      "ratelimit-policy": '"default";q=2;w=60',
      ratelimit: expect.stringMatching(/^"default";r=0;t=\d+$/u),
      "ratelimit-limit": "2",
      "ratelimit-remaining": "0",
    });
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    expect(body).toMatchObject({ status: 429, code: "too_many_requests" });
    expect(body.detail).toMatch(/^Too many questions \(2 a minute\): wait \d+ s\.$/);
    const other = await ask("192.0.2.2");
    expect(other.status).toBe(200);
    expect(other.headers.ratelimit).toMatch(/^"default";r=1;t=\d+$/u);
    expect((await from.get("/healthz", { "x-forwarded-for": "192.0.2.1" })).status).toBe(200);
    expect((await from.get("/api/nada", { "x-forwarded-for": "192.0.2.1" })).status).toBe(429);
  });

  it.each([
    ["with its port, which differs each time", "192.0.2.1:4711", "192.0.2.1:4712"],
    ["in brackets", "[2001:db8::1]:4711", "2001:db8::1"],
    ["through proxies that are trusted, with theirs", "192.0.2.1, 10.0.0.1:80", "192.0.2.1:9, 10.0.0.2:81"],
    ["that says it is somebody else first", "198.51.100.7, 192.0.2.1", "198.51.100.8, 192.0.2.1:1"],
  ])("are one client's %s", async (_, first, again) => {
    const trustedProxies = ["127.0.0.1", "10.0.0.0/8"];
    const from = await hostOf(bot, { settings: { rateLimit: 1, trustedProxies } });
    const ask = (client: string) => from.get("/api/votos/titanic", { "x-forwarded-for": client });
    expect([(await ask(first)).status, (await ask(again)).status]).toEqual([200, 429]);
    expect((await ask("203.0.113.9:4711")).status).toBe(200);
  });

  it("wait no longer where the clock is put back an hour", async () => {
    const from = await hostOf(bot, { settings: { rateLimit: 1 } });
    await from.get("/api/votos/titanic");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 3_600_000 });
    const { status, headers } = await from.get("/api/votos/titanic");
    expect(status).toBe(429);
    expect(Number(headers["retry-after"])).toBeLessThanOrEqual(60);
  });

  it("are counted by the connection where no proxy is trusted", async () => {
    const from = await hostOf(bot, { settings: { rateLimit: 1 } });
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
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https://image.tmdb.org; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
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
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
      });
      expect(headers).not.toHaveProperty("strict-transport-security");
      expect(headers).not.toHaveProperty("x-powered-by");
      expect(headers).not.toHaveProperty("server");
    },
  );
});

describe("a server that is reached by https", () => {
  const HSTS = "strict-transport-security";

  it("says that it is to be asked so, where its proxy or its address tells", async () => {
    const told = await hostOf(bot, { settings: { publicUrl: "https://cine.example" } });
    expect((await told.get("/")).headers[HSTS]).toBe("max-age=15552000");
    const behind = await hostOf(bot, { settings: { trustedProxies: ["127.0.0.1"] } });
    expect((await behind.get("/", { "x-forwarded-proto": "https" })).headers).toHaveProperty(HSTS);
    expect((await behind.get("/", { "x-forwarded-proto": "http" })).headers).not.toHaveProperty(HSTS);
  });

  it("takes nobody's word for it but a trusted proxy's", async () => {
    expect((await host.get("/", { "x-forwarded-proto": "https" })).headers).not.toHaveProperty(HSTS);
  });
});
