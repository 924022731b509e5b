/** Series of the streaming catalogues by name, beside the films of their names. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { titlesOfSeries } from "../../../src/catalog/platform-titles.js";
import type { PlatformTitleRow } from "../../../src/catalog/rows.js";
import { starter } from "../../support/starter-index.js";

const { catalog, edition } = starter;
const { find } = edition;

const idOf = (row: PlatformTitleRow) => catalog.platformTitles.id.get(row);

/** What a text means: the id of the series, with how near it was, or what else it was taken for. */
function meant(text: string): string {
  const series = find.series(text);
  return series.kind === "found" ? `${series.fit} ${idOf(series.value)}` : series.kind;
}

describe("a series", () => {
  it.each([
    ["Stranger Things", "exact ns3686"],
    ["stranger thing", "close ns3686"],
    ["estranger tings", "close ns3686"],
    ["la casa de papel", "exact ns110"],
    ["Money Heist", "close ns110"],
    ["Gambito de dama", "exact ns1805"],
    ["the queens gambit", "exact ns1805"],
    ["narcos mexico", "exact ns2922"],
    ["elite", "exact ns685"],
    ["la serie Dark", "exact ns2328"],
    ["Dark (serie)", "exact ns2328"],
    ["dark 2017", "exact ns2328"],
    ["dark 1987", "none"],
    ["title:ns2328", "exact ns2328"],
    ["title: NS2328", "exact ns2328"],
    ["title:ns999999", "none"],
    ["https://www.themoviedb.org/tv/70523-dark", "exact ns2328"],
    ["https://es.wikipedia.org/wiki/Dark_(serie_de_televisión)", "exact ns2328"],
    ["tmdb:862", "none"],
    ["", "none"],
    ["zxqwv krtpl", "none"],
  ])("%s", (text, told) => {
    expect(meant(text)).toBe(told);
  });

  it("is one, however many catalogues have it", () => {
    const found = find.series("vikingos");
    expect(found).toMatchObject({ kind: "found", namesakes: [] });
    if (found.kind === "found") expect(titlesOfSeries(catalog, found.value).map(idOf)).toHaveLength(2);
    // Each of its titles leads to all of it.
    const other = find.series("title:hs1698");
    expect(other.kind === "found" && titlesOfSeries(catalog, other.value).map(idOf)).toContain("as186");
  });

  it("is answered for any text without an error", () => {
    const words = ["la serie", "dark", "title:", "ns1", "2017", "(", "serie)", "·", "https://", "the"];
    const anyText = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const { kind } = find.series(text);
        expect(["found", "choices", "none"]).toContain(kind);
        expect(["film", "series"]).toContain(find.filmOrSeries(text).kind);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a title that films and series have", () => {
  /** The one that is meant, and what is offered beside it. */
  function both(text: string) {
    const meaning = find.filmOrSeries(text);
    return meaning.kind === "film"
      ? { kind: "film", found: meaning.film.kind, others: meaning.series.map(idOf) }
      : {
          kind: "series",
          found: meaning.series.kind,
          others: meaning.films.map((row) => catalog.films.id[row]),
        };
  }

  it.each([
    // A film of the very name.
    ["fargo", { kind: "film", found: "found", others: ["hs1377"] }],
    ["daredevil", { kind: "film", found: "found", others: ["ns4496"] }],
    ["titanic", { kind: "film", found: "found", others: [] }],
    ["tmdb:275", { kind: "film", found: "found", others: [] }],
    // A well-known film without its article, before a series without one.
    ["patriot", { kind: "film", found: "found", others: ["as1365"] }],
    // Whoever says "serie" means one.
    ["fargo serie", { kind: "series", found: "found", others: [] }],
    ["title:hs1377", { kind: "series", found: "found", others: [] }],
    // A series of the very name, and films that are only near.
    ["stranger things", { kind: "series", found: "found", others: [] }],
    ["los simpson", { kind: "series", found: "found", others: [35] }],
  ])("%s", (text, told) => {
    expect(both(text)).toEqual(told);
  });

  it("is the film that a streaming title is linked to", () => {
    const { platformTitles: titles, platformLinks } = catalog;
    const [title, film] = [platformLinks.title[0], platformLinks.film[0]];
    expect(title).toBeDefined();
    const meaning = find.filmOrSeries(`title:${titles.id.get(title as PlatformTitleRow)}`);
    expect(meaning).toMatchObject({ kind: "film", film: { kind: "found", value: film } });
  });
});

describe("completion", () => {
  const labels = (text: string, tag = "es") => find.complete("film", text, 8, tag).map(({ label }) => label);

  it("offers series behind the films that begin so, each as what it is", () => {
    expect(labels("stranger thi")[0]).toBe("Stranger Things (2019) · serie");
    expect(labels("stranger thi", "en")[0]).toBe("Stranger Things (2019) · series");
    const simpson = labels("los simpson");
    expect(simpson[0]).toContain("Los Simpson: La película");
    expect(simpson).toContain("Los Simpson (1989) · serie");
  });

  it("offers none where nothing is typed, and what it offers means that", () => {
    expect(labels("").filter((label) => label.includes("serie"))).toEqual([]);
    for (const beginning of ["stranger", "vik", "la casa de pa", "los sim"]) {
      for (const { value, text } of find.complete("film", beginning, 8, "es")) {
        if (!value.startsWith("title:")) continue;
        const [exact, typed] = [find.filmOrSeries(value), find.filmOrSeries(text)];
        expect([text, typed]).toEqual([text, expect.objectContaining({ kind: "series" })]);
        expect(exact.kind === "series" && typed.kind === "series" && exact.series).toEqual(
          typed.kind === "series" && typed.series,
        );
      }
    }
  });
});
