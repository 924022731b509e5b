/** Years, decades and spans of them, as people write them. The newest year of the data is 2017 here. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodPieces } from "../../../../src/understand/spans/periods.js";
import { isPiece } from "../../../../src/understand/spans/pieces.js";
import { tokensOf } from "../../../../src/understand/text/tokens.js";

const NEWEST = 2017;

/** The period that says most of a text, with its words; undefined where there is none. */
function period(text: string) {
  const words = tokensOf(text).map(({ word }) => word);
  const [best] = periodPieces(words, NEWEST).sort((a, b) => b.weight - a.weight);
  if (best === undefined || !isPiece(best, "years")) return undefined;
  const { from, to } = best.meaning;
  return { said: words.slice(best.from, best.to).join(" "), years: [from, to] };
}

describe("a period", () => {
  it.each<[text: string, said: string, from: number | undefined, to: number | undefined]>([
    // Decades.
    ["pelis de los 80", "de los 80", 1980, 1989],
    ["cine de los años 80 bueno", "de los anos 80", 1980, 1989],
    ["años 90", "anos 90", 1990, 1999],
    ["80s movies", "80s", 1980, 1989],
    ["90's", "90s", 1990, 1999],
    ["from the 1990s", "from the 1990s", 1990, 1999],
    ["de los 2000", "de los 2000", 2000, 2009],
    ["de los 10", "de los 10", 2010, 2019],
    ["la década de los 50", "la decada de los 50", 1950, 1959],
    // A decade that is still to come is of the century before.
    ["de los 20", "de los 20", 1920, 1929],
    // Single years, in two figures where something tells that it is one.
    ["algo del 99", "del 99", 1999, 1999],
    ["algo del 05", "del 05", 2005, 2005],
    ["del año 85", "del ano 85", 1985, 1985],
    ["estrenos en 1999", "en 1999", 1999, 1999],
    ["1994", "1994", 1994, 1994],
    // As they are said to a phone.
    ["del dos mil diez", "del dos mil diez", 2010, 2010],
    ["en mil novecientos noventa y cuatro", "en mil novecientos noventa y cuatro", 1994, 1994],
    ["posterior al dos mil", "posterior al dos mil", 2001, undefined],
    ["del 2010 pa ca", "del 2010 para ca", 2010, undefined],
    // Spans.
    ["entre 1950 y 1970", "entre 1950 y 1970", 1950, 1970],
    ["entre el 2000 y el 2010", "entre el 2000 y el 2010", 2000, 2010],
    ["from 1990 to 1999", "from 1990 to 1999", 1990, 1999],
    ["between 1990 and 1995", "between 1990 and 1995", 1990, 1995],
    ["de los 80 y 90", "de los 80 y 90", 1980, 1999],
    ["de los 80 a los 90", "de los 80 a los 90", 1980, 1999],
    // Up to, and from, on.
    ["de antes de los 60", "de antes de los 60", undefined, 1959],
    ["antes de 1980", "antes de 1980", undefined, 1979],
    ["previas a los 50", "previas a los 50", undefined, 1949],
    ["before 1970", "before 1970", undefined, 1969],
    ["hasta 1990", "hasta 1990", undefined, 1990],
    ["de 1960 para atrás", "de 1960 para atras", undefined, 1960],
    ["de 2012 para acá", "de 2012 para aca", 2012, undefined],
    ["de 2012 pa acá", "de 2012 para aca", 2012, undefined],
    ["de 1990 en adelante", "de 1990 en adelante", 1990, undefined],
    ["desde 2010", "desde 2010", 2010, undefined],
    ["a partir del 2000", "a partir del 2000", 2000, undefined],
    ["después de 2015", "despues de 2015", 2016, undefined],
    ["since 2015", "since 2015", 2015, undefined],
    ["after 2000", "after 2000", 2001, undefined],
    // Counted back from the newest.
    ["de los últimos 10 años", "de los ultimos 10 anos", 2007, undefined],
    ["los últimos cinco años", "los ultimos cinco anos", 2012, undefined],
    ["the last 5 years", "the last 5 years", 2012, undefined],
    ["las últimas dos décadas", "las ultimas dos decadas", 1997, undefined],
  ])("“%s” is “%s”: %s to %s", (text, said, from, to) => {
    expect(period(text)).toEqual({ said, years: [from, to] });
  });

  it.each([
    "80",
    "las 8 mejores",
    "película 300",
    "1500",
    "2049",
    "últimos años",
    "los últimos 5000 años",
    "de 90 minutos",
    "",
  ])("is none: “%s”", (text) => {
    expect(period(text)).toBeUndefined();
  });

  it("never ends before it begins, and never lies in a year that is far off", () => {
    const words = fc.array(
      fc.oneof(
        fc.constantFrom(
          "de",
          "los",
          "entre",
          "y",
          "a",
          "antes",
          "desde",
          "hasta",
          "para",
          "aca",
          "ultimos",
          "años",
        ),
        fc.integer({ min: 0, max: 2100 }).map(String),
        fc.constantFrom("80s", "90", "2000s", "05"),
      ),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(words, (sentence) => {
        for (const { from, to, meaning } of periodPieces(sentence, NEWEST)) {
          expect(from).toBeLessThan(to);
          expect(to).toBeLessThanOrEqual(sentence.length);
          if (meaning.kind !== "years") throw new Error(`a period is ${meaning.kind}`);
          const years = [meaning.from, meaning.to].filter((year) => year !== undefined);
          expect(years.length).toBeGreaterThan(0);
          expect(years).toEqual([...years].sort((a, b) => a - b));
          for (const year of years) expect(year).toBeGreaterThan(1800);
        }
      }),
    );
  });
});
