/** Which language an answer is in. */
import { describe, expect, it } from "vitest";
import { bot } from "../../../../support/fakes.js";
import { hostOf } from "../../../../support/http-host.js";

const host = await hostOf(bot);

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
    expect((await host.get("/api/votos?lang=en")).body.detail).toContain("Something is missing");
  });
});
