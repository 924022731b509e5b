import { describe, expect, it } from "vitest";
import { parseLocale, say } from "../../../src/chat/locale.js";

const THRILLER = { es: "suspense", es419: "suspenso", en: "thriller" };

describe("say", () => {
  it.each(["es-419", "es-MX", "es-AR", "es_CL.UTF-8", "es-US"])(
    "says it as in Latin America to %s",
    (tag) => {
      expect(say(parseLocale(tag), THRILLER)).toBe("suspenso");
    },
  );

  it.each(["es", "es-ES", "fr", ""])("says it as in Spain to «%s»", (tag) => {
    expect(say(parseLocale(tag), THRILLER)).toBe("suspense");
  });

  it("says it in English to who reads English, and what is the same everywhere as it is", () => {
    expect(say(parseLocale("en-US"), THRILLER)).toBe("thriller");
    expect(say(parseLocale("es-MX"), { es: "película", en: "film" })).toBe("película");
  });
});
