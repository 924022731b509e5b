import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { loadConfig, localeOf } from "../../src/app/config/config.js";
import { isSecret, loadEnvironment, shownValue } from "../../src/app/config/environment.js";
import { createLog, redactor } from "../../src/app/log.js";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { OperatorError } from "../../src/words.js";

function refusal(read: () => unknown): OperatorError {
  try {
    read();
  } catch (error) {
    if (error instanceof OperatorError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

const refresh = {
  sources: [{ kind: "starter", name: "starter", place: "" }],
  cron: undefined,
  values: {
    TMDB_REGION: "ES",
    TMDB_API_URL: "https://api.themoviedb.org",
    TMDB_FILES_URL: "https://files.tmdb.org",
    TMDB_RATE: 20,
    TMDB_FILMS: 50_000,
    TMDB_REQUESTS: 30_000,
    KAGGLE_API_URL: "https://www.kaggle.com/api/v1",
    WIKIDATA_URL: "https://query.wikidata.org/sparql",
  },
};

describe("what is said about refreshing", () => {
  const of = (env: Record<string, string>) => loadConfig(env).refresh;

  it("names sources in order, and the schedule", () => {
    const settings = of({
      SOURCES: " folder:films , kaggle:rounakbanik/the-movies-dataset,tmdb,wikidata,starter",
      REFRESH_CRON: "30 8 * * *",
      TMDB_TOKEN: "Bearer abc.def",
      TMDB_REGION: "mx",
      TMDB_API_URL: "http://127.0.0.1:1/",
      WIKIDATA_CONTACT: "cine@example.org",
    });
    expect(settings.sources).toEqual([
      { kind: "folder", name: `folder:${resolve("films")}`, place: resolve("films") },
      {
        kind: "kaggle",
        name: "kaggle:rounakbanik/the-movies-dataset",
        place: "rounakbanik/the-movies-dataset",
      },
      { kind: "tmdb", name: "tmdb", place: "" },
      { kind: "wikidata", name: "wikidata", place: "" },
      { kind: "starter", name: "starter", place: "" },
    ]);
    expect(settings).toMatchObject({
      cron: "30 8 * * *",
      values: { TMDB_TOKEN: "abc.def", TMDB_REGION: "MX", TMDB_API_URL: "http://127.0.0.1:1" },
    });
  });

  it.each<[string, Record<string, string>]>([
    ["SOURCES", { SOURCES: "imdb" }],
    ["SOURCES", { SOURCES: "folder:" }],
    ["SOURCES", { SOURCES: "kaggle:one" }],
    ["SOURCES", { SOURCES: "kaggle:../x/y" }],
    ["SOURCES", { SOURCES: "," }],
    ["SOURCES", { SOURCES: "tmdb:films" }],
    ["REFRESH_CRON", { REFRESH_CRON: "every day" }],
    ["REFRESH_CRON", { REFRESH_CRON: "99 8 * * *" }],
    ["TMDB_TOKEN", { SOURCES: "tmdb" }],
    ["TMDB_REGION", { TMDB_REGION: "Spain" }],
    ["TMDB_RATE", { TMDB_RATE: "21" }],
    ["TMDB_FILES_URL", { TMDB_FILES_URL: "ftp://x" }],
    ["WIKIDATA_CONTACT", { SOURCES: "wikidata" }],
    ["WIKIDATA_CONTACT", { WIKIDATA_CONTACT: "me" }],
    ["OWNER_IDS", { OWNER_IDS: "123" }],
    ["OWNER_IDS", { OWNER_IDS: "web:1" }],
  ])("and a wrong %s is told", (name, env) => {
    const { words } = refusal(() => of(env));
    expect(words.es).toMatch(new RegExp(`^${name}: `, "u"));
    expect(words.en).toMatch(new RegExp(`^${name}: `, "u"));
  });
});

describe("the configuration", () => {
  it("names the operators", () => {
    const { operators } = loadConfig({ OWNER_IDS: "discord:123456789012345678, telegram:77" });
    expect(operators).toEqual(["discord:123456789012345678", "telegram:77"]);
  });

  it("has a default for everything", () => {
    const config = {
      dataDir: join(PACKAGE_ROOT, "data", "index"),
      logLevel: "info",
      locale: { language: "es", tag: "es" },
      minimumVotes: 2000,
      operators: [],
      platforms: [],
      http: {
        host: "127.0.0.1",
        port: 3000,
        rateLimit: 600,
        corsOrigins: [],
        trustedProxies: [],
        publicUrl: undefined,
        token: undefined,
        metricsAddress: undefined,
        accessLog: "off",
        drainSeconds: 3,
      },
      refresh,
      store: {
        folder: join(PACKAGE_ROOT, "data", "index", "store"),
        databaseUrl: undefined,
        patience: 50,
      },
    };
    expect(loadConfig({})).toEqual(config);
    const empty = {
      DATA_DIR: "",
      LOG_LEVEL: " ",
      LOCALE: "",
      MINIMUM_VOTES: "",
      PORT: "",
      CORS_ORIGINS: " ",
    };
    expect(loadConfig(empty)).toEqual(config);
    expect(loadConfig({}, true).logLevel).toBe("warn");
  });

  it("is what the environment says", () => {
    const env = { DATA_DIR: "x/y", LOG_LEVEL: "silent", LOCALE: "es-MX", MINIMUM_VOTES: "0", PATH: "/bin" };
    const http = {
      HOST: "::1",
      PORT: "0",
      HTTP_RATE_LIMIT: "0",
      CORS_ORIGINS: "https://cine.example, http://localhost:8080",
      TRUSTED_PROXIES: "loopback,10.0.0.0/8,::1",
      PUBLIC_URL: "https://cine.example/bot/",
      HTTP_TOKEN: "an-obviously-fake-token-of-tests",
      METRICS_ADDRESS: "[::1]:9464",
      ACCESS_LOG: "full",
      DRAIN_SECONDS: "30",
    };
    expect(loadConfig({ ...env, ...http }, true)).toEqual({
      dataDir: resolve("x/y"),
      logLevel: "silent",
      locale: { language: "es", tag: "es-MX" },
      minimumVotes: 0,
      operators: [],
      platforms: [],
      http: {
        host: "::1",
        port: 0,
        rateLimit: 0,
        corsOrigins: ["https://cine.example", "http://localhost:8080"],
        trustedProxies: ["loopback", "10.0.0.0/8", "::1"],
        publicUrl: "https://cine.example/bot",
        token: "an-obviously-fake-token-of-tests",
        metricsAddress: { host: "::1", port: 9464 },
        accessLog: "full",
        drainSeconds: 30,
      },
      refresh,
      store: { folder: resolve("x/y/store"), databaseUrl: undefined, patience: 50 },
    });
    expect(loadConfig({ CORS_ORIGINS: "*" }).http.corsOrigins).toEqual(["*"]);
  });

  it("says where the store is", () => {
    const url = "postgres://user:obviously-fake@localhost/claqueta";
    expect(loadConfig({ STORE_DIR: "kept", DATABASE_URL: ` ${url} ` }).store).toEqual({
      folder: resolve("kept"),
      databaseUrl: url,
      patience: 50,
    });
    const { words } = refusal(() => loadConfig({ DATABASE_URL: "mysql://user:obviously-fake@localhost/x" }));
    expect(words.es).toMatch(/^DATABASE_URL: se esperaba postgres:/u);
    expect(JSON.stringify(words)).not.toContain("obviously-fake");
    expect(isSecret("DATABASE_URL")).toBe(true);
  });

  it.each([
    [
      "LOG_LEVEL",
      "loud",
      "LOG_LEVEL: se esperaba uno de trace, debug, info, warn, error, fatal, silent, y contiene «loud»",
    ],
    ["LOCALE", "fr", "LOCALE: se esperaba es, es-ES, es-419, es-MX… o en, y contiene «fr»"],
    ["LOCALE", "español", "LOCALE: se esperaba es, es-ES, es-419, es-MX… o en, y contiene «español»"],
    ["MINIMUM_VOTES", "-1", "MINIMUM_VOTES: se esperaba un número entero desde 0, y contiene «-1»"],
    ["MINIMUM_VOTES", "1.5", "y contiene «1.5»"],
    ["MINIMUM_VOTES", "many", "y contiene «many»"],
    ["MINIMUM_VOTES", "1e3", "y contiene «1e3»"],
    ["MINIMUM_VOTES", "99999999999999999999", "un número entero"],
    ["HOST", "a b", "HOST: se esperaba una dirección"],
    ["HOST", "0.0.0.0:3000", "una dirección sin puerto, como 127.0.0.1 o 0.0.0.0 (el puerto va en PORT)"],
    ["HOST", "http://127.0.0.1", "una dirección sin puerto"],
    ["PORT", "65536", "PORT: se esperaba un puerto de 0 a 65535, y contiene «65536»"],
    ["PORT", "-1", "un puerto"],
    ["HTTP_RATE_LIMIT", "many", "un número entero desde 0"],
    ["CORS_ORIGINS", "cine.example", "orígenes como https://cine.example"],
    ["CORS_ORIGINS", "https://cine.example/", "orígenes"],
    ["CORS_ORIGINS", "https://*.cine.example", "orígenes"],
    ["METRICS_ADDRESS", "9464", "una dirección con puerto, como 127.0.0.1:9464"],
    ["METRICS_ADDRESS", "::1:9464", "una dirección con puerto"],
    ["METRICS_ADDRESS", "127.0.0.1:94640", "una dirección con puerto"],
    ["ACCESS_LOG", "yes", "off, on o full"],
    ["DRAIN_SECONDS", "301", "segundos, de 0 a 300"],
    ["STORE_PATIENCE_MS", "0", "milisegundos, de 1 a 5000"],
    ["STORE_PATIENCE_MS", "5001", "milisegundos, de 1 a 5000"],
    ["TRUSTED_PROXIES", "10.0.0.0/33", "direcciones o redes"],
    ["TRUSTED_PROXIES", "everyone", "direcciones o redes"],
  ])("refuses %s=%s", (name, value, line) => {
    const { words } = refusal(() => loadConfig({ [name]: value }));
    expect(words.es).toContain(line);
    expect(words.en).toMatch(new RegExp(`^${name}: expected `));
    expect(words.en.endsWith(`, but it holds “${value}”`)).toBe(true);
  });

  it("never shows what may be a secret", () => {
    for (const name of ["DISCORD_TOKEN", "WEBHOOK_SECRET", "API_KEY", "db_password"]) {
      expect(isSecret(name)).toBe(true);
      expect(JSON.stringify(shownValue(name, "hunter2"))).not.toContain("hunter2");
    }
    expect(isSecret("MINIMUM_VOTES")).toBe(false);
    expect(shownValue("LOCALE", "fr").es).toBe("«fr»");
  });

  it("is complained about in the language it asks for", () => {
    expect(localeOf({ LOCALE: "en-GB" }).language).toBe("en");
    expect(localeOf({ LOCALE: "fr" }).language).toBe("es");
    expect(localeOf({}).language).toBe("es");
  });
});

describe(".env", () => {
  const set: string[] = [];
  afterEach(() => {
    for (const name of set.splice(0)) delete process.env[name];
  });

  function file(text: string): string {
    const path = join(mkdtempSync(join(tmpdir(), "claqueta-")), ".env");
    writeFileSync(path, text);
    return path;
  }

  it("sets what is not set", () => {
    set.push("CLAQUETA_A", "CLAQUETA_B", "CLAQUETA_C");
    process.env.CLAQUETA_B = "before";
    const text =
      '\ufeff# a comment\n\nCLAQUETA_A=1\r\nCLAQUETA_B=2\nexport CLAQUETA_C="two\nlines = not a variable"\n';
    const env = loadEnvironment(file(text.replace("\ufeff", "")));
    expect(env.CLAQUETA_A).toBe("1");
    expect(env.CLAQUETA_B).toBe("before");
    expect(env.CLAQUETA_C).toBe("two\nlines = not a variable");
  });

  it("may be missing", () => {
    expect(loadEnvironment(join(tmpdir(), "claqueta-none", ".env"))).toBe(process.env);
  });

  it("is refused where a line sets nothing, without showing it", () => {
    const { words } = refusal(() => loadEnvironment(file("LOCALE=es\nTOKEN: hunter2\n")));
    expect(words.es).toContain("línea 2: se esperaba NOMBRE=valor");
    expect(JSON.stringify(words)).not.toContain("hunter2");
    expect(refusal(() => loadEnvironment(file('A="x\ny"\n=1\n'))).words.en).toContain("line 3");
  });

  it("is refused where it cannot be read", () => {
    const folder = join(mkdtempSync(join(tmpdir(), "claqueta-")), ".env");
    mkdirSync(folder);
    expect(refusal(() => loadEnvironment(folder)).words.es).toContain("EISDIR");
  });

  it("has an example that says nothing wrong", () => {
    const before = { ...process.env };
    expect(loadConfig(loadEnvironment(join(PACKAGE_ROOT, ".env.example")))).toBeDefined();
    expect(process.env).toEqual(before);
  });
});

describe("the log", () => {
  it("holds no secret, wherever one stands", () => {
    const written: string[] = [];
    const env = { DISCORD_TOKEN: "hunter2-hunter2", SHORT_KEY: "abc", TMDB_API_KEY: "hunter2" };
    const log = createLog("info", env, { write: (line) => void written.push(line) });
    const cause = new Error("GET https://api.telegram.org/bot123456:AAAAAAAAAAAAAAAAAAAAAAAAAAA/getMe");
    const error = Object.assign(
      new Error("postgres://bot:pass-word@db and hunter2-hunter2 and Bearer abc.def"),
      {
        config: { headers: { authorization: "hunter2-hunter2" } },
        cause,
      },
    );
    log.error({ err: error, command: "mes" }, "bug");
    log.error({ err: "hunter2 as a string" }, "bug");
    log.warn({ why: "hunter2 to http://me:pass-word@proxy", count: 2 }, "no answer");
    const [line = "", other, told = ""] = written;
    expect(line).not.toMatch(/hunter2|pass-word|abc\.def|AAAAA/);
    expect(JSON.parse(line)).toMatchObject({
      command: "mes",
      msg: "bug",
      err: { type: "Error", cause: { type: "Error" } },
    });
    expect(other).not.toContain("hunter2");
    expect(told).not.toMatch(/hunter2|pass-word/);
    expect(JSON.parse(told)).toMatchObject({ why: "[…] to http://[…]@proxy", count: 2, msg: "no answer" });
    expect(redactor({})("nothing to hide, abc")).toBe("nothing to hide, abc");
  });

  it("is as loud as it is told to be", () => {
    const written: string[] = [];
    const log = createLog("error", {}, { write: (line) => void written.push(line) });
    log.warn({}, "quiet");
    expect(written).toEqual([]);
  });
});
