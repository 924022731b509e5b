/** Words, stems and terms: what the build and the query must agree on. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../../src/find/encode/fold.js";
import { stemEnglish, stemSpanish } from "../../../src/find/encode/text/stemmers.js";
import { nameTerms, phraseTerm, questionWords, textTerms } from "../../../src/find/encode/text/terms.js";
import {
  occurrenceWeight,
  placesOfByte,
  placesToByte,
  rarity,
  withKeywords,
} from "../../../src/find/encode/text/weights.js";

describe("Spanish stems", () => {
  it.each([
    ["tiburón", "tiburones"],
    ["robot", "robots"],
    ["zombi", "zombis"],
    ["niño", "niños"],
    ["bruja", "brujas"],
    ["guerra", "guerras"],
    ["viaje", "viajes"],
    ["atraco", "atracos"],
    ["atraco", "atracadores"],
    ["boxeo", "boxeadora"],
    ["estación", "estaciones"],
    ["revolución", "revoluciones"],
    ["juez", "jueces"],
    ["pez", "peces"],
    ["policía", "policías"],
    ["tecnología", "tecnologías"],
    ["asesino", "asesinas"],
  ])("%s = %s", (one, other) => {
    expect(stemSpanish(fold(one))).toBe(stemSpanish(fold(other)));
  });

  it.each([
    ["niño", "niña"],
    ["mafia", "mago"],
    ["nada", "nadador"],
    ["boda", "bodega"],
  ])("%s ≠ %s", (one, other) => {
    expect(stemSpanish(fold(one))).not.toBe(stemSpanish(fold(other)));
  });
});

describe("English stems", () => {
  it.each([
    ["shark", "sharks"],
    ["witch", "witches"],
    ["robot", "robotic"],
    ["travel", "traveling"],
  ])("%s = %s", (one, other) => {
    expect(stemEnglish(one)).toBe(stemEnglish(other));
  });
});

it("stems are folded, and one word's stem does not depend on the word before", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789"), maxLength: 20 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      for (const stem of [stemEnglish, stemSpanish]) {
        const first = stem(one);
        expect(first).toBe(fold(first));
        stem(other);
        expect(stem(one)).toBe(first);
      }
    }),
  );
});

describe("terms", () => {
  it("of a text bear its language and lose its stop words", () => {
    expect(textTerms("The Sharks of the Sea", "en")).toEqual(["en:shark", "en:sea"]);
    expect(textTerms("Los tiburones del mar", "es")).toEqual(["es:tiburon", "es:mar"]);
  });

  it("of a name are its words, without particles", () => {
    expect(nameTerms("Guillermo del Toro")).toEqual(["name:guillermo", "name:toro"]);
  });

  it("of a phrase are one, in any order", () => {
    expect(phraseTerm(["name:tom", "name:hanks"])).toBe("name:hanks tom");
    expect(phraseTerm(["name:hanks", "name:tom"])).toBe("name:hanks tom");
  });
});

describe("questionWords", () => {
  const folded = (text: string) => questionWords(text).map((word) => word.folded);

  it.each([
    ["de Spielberg con dinosaurios", ["spielberg", "dinosaurios"]],
    ["una película de tiburones", ["tiburones"]],
    ["película", ["pelicula"]],
    ["title:shark~2 +war -love tib*", ["title", "shark", "2", "war", "love", "tib"]],
    ["Shark, shark y SHARK", ["shark"]],
    ["S.W.A.T. sci-fi", ["swat", "sci", "fi"]],
    ["father and son", ["father", "son"]],
    ["sin city", ["sin", "city"]],
    ["un hombre sin memoria", ["hombre", "memoria"]],
    ["de la", []],
  ])("%s", (text, words) => {
    expect(folded(text)).toEqual(words);
  });

  it("keeps words as they were typed", () => {
    expect(questionWords("«Niño» y Camión!").map(({ typed }) => typed)).toEqual(["Niño", "Camión"]);
  });

  it("is bounded", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (text) => {
        const words = questionWords(text);
        expect(words.length).toBeLessThanOrEqual(16);
        for (const word of words) expect(word.folded).toMatch(/^[^ ]{1,40}$/);
      }),
    );
  });
});

describe("weights", () => {
  it("grow with occurrences, shrink with length, and rare terms tell more", () => {
    expect(occurrenceWeight(1, 1)).toBeCloseTo(1, 6);
    expect(occurrenceWeight(3, 1)).toBeGreaterThan(occurrenceWeight(1, 1));
    expect(occurrenceWeight(50, 1)).toBeLessThan(2.2);
    expect(occurrenceWeight(1, 3)).toBeLessThan(occurrenceWeight(1, 1));
    expect(rarity(3, 1000)).toBeGreaterThan(rarity(300, 1000));
    expect(rarity(1000, 1000)).toBeGreaterThanOrEqual(0);
  });
});

describe("places", () => {
  const places = fc.record({
    title: fc.boolean(),
    keywords: fc.integer({ min: 0, max: 3 }),
    plot: fc.integer({ min: 1, max: 31 }).map((steps) => steps / 8),
  });

  it("survive a byte", () => {
    fc.assert(
      fc.property(places, (told) => {
        expect(placesOfByte(placesToByte(told))).toEqual(told);
      }),
    );
  });

  it("are cut to what a byte holds, and never nothing", () => {
    expect(placesOfByte(placesToByte({ title: false, keywords: 9, plot: 99 }))).toEqual({
      title: false,
      keywords: 3,
      plot: 31 / 8,
    });
    expect(placesToByte({ title: false, keywords: 0, plot: 0 })).toBe(1);
  });

  it("keep title and plot with another number of keywords", () => {
    fc.assert(
      fc.property(places, fc.nat(9), (told, keywords) => {
        expect(placesOfByte(withKeywords(placesToByte(told), keywords))).toEqual({
          ...told,
          keywords: Math.min(3, keywords),
        });
      }),
    );
  });
});
