/** Where a film can be watched, for somebody in the country of the data and for somebody elsewhere. */
import { describe, expect, it } from "vitest";
import { type Watcher, watchedIn, whereToWatch } from "../../../commands/shared/words/watching.js";
import { plainText } from "../../../src/chat/answer/rich-text.js";
import { parseLocale } from "../../../src/chat/locale.js";
import type { Card } from "../../../src/queries/film/card.js";
import type { Settings } from "../../../src/settings/declared.js";

const reader = (tag: string, region: Settings["region"] = "client"): Watcher => ({
  locale: parseLocale(tag),
  settings: { region },
});

const OFFERS: Pick<Card, "watching" | "platforms"> = {
  watching: {
    region: "ES",
    dataDate: "2026-11-01",
    source: "JustWatch",
    offers: [{ name: "Filmin", platform: null, ways: ["subscription"] }],
  },
  platforms: [],
};

function told(watcher: Watcher): string {
  const { field } = whereToWatch(watcher, OFFERS);
  return `${plainText(field?.name ?? "")}: ${plainText(field?.value ?? "")}`;
}

describe("the country that somebody watches in", () => {
  it.each([
    ["es-MX", "client", "MX"],
    ["es-AR", "MX", "AR"],
    ["es-419", "CL", "CL"],
    ["es", "ES", "ES"],
    ["es-419", "client", undefined],
    ["es-419", "419", undefined],
    // "English (US)" says nothing of where somebody is.
    ["en-US", "client", undefined],
    ["en-US", "CO", "CO"],
  ] as const)("of a client of %s where %s is set is %s", (tag, region, country) => {
    expect(watchedIn(reader(tag, region))).toBe(country);
  });
});

describe("offers", () => {
  it.each([
    ["es-ES", "Dónde verla (España): Filmin (con suscripción). Fuente: JustWatch, 1 de noviembre de 2026"],
    [
      "es-MX",
      "Dónde verla (España): Filmin (con suscripción). Fuente: JustWatch, 1 de noviembre de 2026. Solo tengo datos de España: en México puede ser otra cosa.",
    ],
  ])("of Spain are told to %s as what they are", (tag, text) => {
    expect(told(reader(tag))).toBe(text);
  });

  it("of another country than the one that is set are told to be so in English, too", () => {
    expect(told(reader("en-GB", "MX"))).toMatch(
      /I only have data of Spain: in Mexico it may be otherwise\.$/u,
    );
    expect(told(reader("en-GB"))).not.toContain("I only have");
  });
});
