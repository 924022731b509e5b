/** Headers with weights: what they mean, and that what they hold cannot keep anybody busy. */
import { describe, expect, it } from "vitest";
import { RequestLanguages } from "../../../../../src/adapters/http/server/reading/language.js";
import { weightedList } from "../../../../../src/adapters/http/server/reading/weighted-list.js";
import { wantedEncoding } from "../../../../../src/adapters/http/server/sending/compression.js";
import { SPANISH } from "../../../../../src/chat/locale.js";

describe("a header with weights", () => {
  it("is read in its order, whatever its case and blanks", () => {
    expect(weightedList("gzip;q=0.5, BR , x ; level=3 ; Q = 0.25")).toEqual([
      { name: "gzip", weight: 0.5 },
      { name: "br", weight: 1 },
      { name: "x", weight: 0.25 },
    ]);
  });

  it.each(["br;q=", "br;q=x", "br;q=1.2.3", "br;q=NaN"])("gives no weight to what is none: %s", (header) => {
    expect(weightedList(header)).toEqual([{ name: "br", weight: 0 }]);
  });

  it("is read no further than a client of good will goes", () => {
    const far = " ".repeat(8000);
    expect(weightedList(`gzip,${far},br`)).toEqual([{ name: "gzip", weight: 1 }]);
    expect(weightedList(`br${far}x`)).toEqual([{ name: "", weight: 1 }]);
    // What is cut off is not taken for a shorter name.
    expect(weightedList(`${"x,".repeat(254)}brotli, gzip`).map(({ name }) => name)).not.toContain("br");
    expect(weightedList("a,".repeat(4000)).length).toBeLessThanOrEqual(257);
  });
});

describe("the encoding of a response", () => {
  it.each([
    [undefined, undefined],
    ["", undefined],
    ["identity", undefined],
    ["br", "br"],
    ["gzip", "gzip"],
    ["x-gzip", "gzip"],
    ["GZip", "gzip"],
    ["gzip, deflate, br, zstd", "br"],
    ["br;q=1.0, gzip;q=0.9", "br"],
    ["br;q=0, gzip;q=0.1", "gzip"],
    ["br;q=0.1, gzip", "gzip"],
    ["gzip;q=0.5, br;q=0.5", "br"],
    ["br;q=0.000, x-gzip", "gzip"],
    ["gzip;q=0, br;q=0", undefined],
    ["br ; q=0.5", "br"],
    // Whoever takes anything has not said that they can read it.
    ["*", undefined],
    ["*;q=0, br", "br"],
    ["brx, xgzip", undefined],
    ["br;q=x", undefined],
    [";;=,,br;;q=1", "br"],
    ["deflate br", undefined],
  ])("for Accept-Encoding: %s", (header, encoding) => {
    expect(wantedEncoding(header)).toBe(encoding);
  });

  it("is not searched for where the header is endless", () => {
    expect(wantedEncoding(`br${" ".repeat(7900)}x`)).toBeUndefined();
    expect(wantedEncoding(`br;q=${"1".repeat(7900)}x`)).toBeUndefined();
    expect(wantedEncoding(`${"x".repeat(600)}, br`)).toBeUndefined();
  });
});

describe("the language of a response", () => {
  it("is that of the greatest weight which is spoken here", () => {
    const languages = new RequestLanguages(SPANISH);
    expect(languages.preferred("fr, es;q=0.4, EN-gb;q=0.5").tag).toBe("en-GB");
    expect(languages.preferred("en;q=0").tag).toBe("es");
    expect(languages.preferred(`en${" ".repeat(7900)}x`).tag).toBe("es");
    expect(languages.preferred(`${"fr,".repeat(20)}en`).tag).toBe("es");
  });
});
