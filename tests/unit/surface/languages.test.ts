/** Which language somebody is answered in. */
import { describe, expect, it } from "vitest";
import { SPANISH } from "../../../src/chat/locale.js";
import { FALLBACKS } from "../../../src/settings/declared.js";
import { Languages } from "../../../src/surface/languages.js";
import { MemoryLanguageChoices } from "../../../src/surface/memory/language-choices.js";

describe("languages", () => {
  it("are what somebody chose, else their client's, else the operator's", () => {
    const choices = new MemoryLanguageChoices();
    const languages = new Languages(SPANISH, { languages: choices });
    const tags = () => [
      languages.of("a:1", { client: "en-US" }).tag,
      languages.ofClient({ client: "en-US" }).tag,
    ];
    expect(tags()).toEqual(["en-US", "en-US"]);
    choices.set("a:1", "es");
    expect(tags()).toEqual(["es", "en-US"]);
    choices.set("a:1", "en");
    expect(tags()).toEqual(["en-US", "en-US"]);
    choices.set("a:1", undefined);
    expect(languages.of("a:1", { client: "fr" }).tag).toBe("es");
    expect(languages.of("a:1", { client: "fr", server: "es-MX" }).tag).toBe("es-MX");
  });

  it.each([
    ["MX", "es-419", "es-MX"],
    ["MX", "es-AR", "es-AR"],
    ["MX", "es-ES", "es-MX"],
    ["419", "es-419", "es-419"],
    ["ES", "es-419", "es-ES"],
    ["MX", "en-GB", "en-GB"],
  ] as const)("are of the region %s that a community set, for a client of %s: %s", (region, client, tag) => {
    const places = {
      of: () => ({ ...FALLBACKS, region }),
      prepare: () => undefined,
      reread: async () => undefined,
    };
    const languages = new Languages(SPANISH, { languages: new MemoryLanguageChoices(), places });
    const place = { platform: "a", chat: "1" };
    expect(languages.of("a:1", { client, place }).tag).toBe(tag);
  });

  it("are read from no tag that is none", () => {
    const languages = new Languages(SPANISH, { languages: new MemoryLanguageChoices() });
    for (const tag of ["", "x".repeat(1_000), "en-".repeat(9), "__proto__"]) {
      expect(languages.of("a:1", { client: tag }), tag).toBe(SPANISH);
    }
  });
});
