/** What is kept, for how long, and in which encoding it is sent. */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bot, createBot, edition, type TestBot } from "../../../../support/fakes.js";
import { type Host, hostOf, running } from "../../../../support/http-host.js";
import { commonBot } from "../../../../support/surface.case.js";

const host = await hostOf(bot);

describe("what is kept", () => {
  const other = createBot({
    edition: { catalog: { ...edition.catalog, manifest: { ...edition.catalog.manifest, version: "v2" } } },
  });

  it("bears a tag of the index's version, the address and the language", async () => {
    const tag = async (from: Host, url: string, language = "es") =>
      (await from.get(url, { "accept-language": language })).headers.etag;
    const first = await tag(host, "/api/votos/titanic");
    expect(first).toMatch(/^W\/"[\w-]{22}"$/);
    expect(await tag(await hostOf(bot), "/api/votos/titanic")).toBe(first);
    expect(await tag(host, "/api/votos/toy")).not.toBe(first);
    expect(await tag(host, "/api/votos/titanic", "en")).not.toBe(first);
    expect(await tag(await hostOf(other), "/api/votos/titanic")).not.toBe(first);
  });

  it("is not sent again to who has it, asked before or not", async () => {
    const { etag } = (await host.get("/api/votos/titanic")).headers as { etag: string };
    for (const from of [host, await hostOf(bot)]) {
      for (const held of [etag, etag.slice(2), `"x", ${etag}`]) {
        const { status, headers, text } = await from.get("/api/votos/titanic", { "if-none-match": held });
        expect({ status, text, tag: headers.etag }).toEqual({ status: 304, text: "", tag: etag });
      }
      expect((await from.get("/api/votos/titanic", { "if-none-match": 'W/"x"' })).status).toBe(200);
    }
  });

  it("is computed once, and again when the index changes", async () => {
    let asked = 0;
    const counting = (from: TestBot) =>
      running((command) => {
        return (context, options) => {
          asked++;
          return command.run(context, options);
        };
      }, from);
    let current = counting(bot);
    const from = await hostOf(current, { bot: () => current });
    for (let time = 0; time < 3; time++) await from.get("/api/votos/titanic");
    expect(asked).toBe(1);
    for (let time = 0; time < 3; time++) await from.get("/api/votos/asdfghjkl");
    expect(asked).toBe(2);
    for (let time = 0; time < 3; time++) await from.get("/api/recomendar/x?cantidad=99");
    // A mistake too costs its work once.
    expect(asked).toBe(3);
    current = counting(other);
    await from.get("/api/votos/titanic");
    expect(asked).toBe(4);
    const nothing = await hostOf(current, { keptBytes: 0 });
    for (let time = 0; time < 3; time++) await nothing.get("/api/votos/titanic");
    expect(asked).toBe(7);
  });
});

describe("what is sent again", () => {
  it("is the same as the first time, to the byte", async () => {
    const from = await hostOf(bot);
    const asked = async () => {
      const { text, headers } = await from.get("/api/pelicula/amelie");
      return { text, length: headers["content-length"], type: headers["content-type"], etag: headers.etag };
    };
    const first = await asked();
    expect(first.length).toBe(String(Buffer.byteLength(first.text)));
    for (let time = 0; time < 3; time++) expect(await asked()).toEqual(first);
  });
});

describe("If-None-Match: *", () => {
  it("is answered with 304 where there is an answer, kept or not, and only there", async () => {
    const from = await hostOf(commonBot);
    const any = { "if-none-match": "*" };
    for (let time = 0; time < 2; time++) {
      const { status, headers, text } = await from.get("/api/votos/titanic", any);
      expect({ status, text }).toEqual({ status: 304, text: "" });
      expect(headers).toMatchObject({ "cache-control": "public, no-cache", vary: expect.any(String) });
    }
    expect((await from.get("/api/votos/asdfghjkl", any)).status).toBe(404);
  });
});

describe("compression", () => {
  const long = "/api/largo";
  const short = "/api/votos/titanic";

  it("is for long bodies and those who ask", async () => {
    const from = await hostOf(commonBot);
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
