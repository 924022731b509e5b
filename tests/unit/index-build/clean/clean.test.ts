import { describe, expect, test } from "vitest";
import { isBillingOrder } from "../../../../index-build/clean/cast-order.js";
import { distinctBy } from "../../../../index-build/clean/duplicates.js";
import { parseNameList } from "../../../../index-build/clean/lists/name-list.js";
import {
  codeNameOf,
  dictsOf,
  idNameOf,
  parseLanguageCode,
  parseNested,
} from "../../../../index-build/clean/nested.js";
import { parseDate, parseEnglishDate, parseYear } from "../../../../index-build/clean/values/dates.js";
import { parseDuration } from "../../../../index-build/clean/values/duration.js";
import { parseMaturityAndDuration } from "../../../../index-build/clean/values/maturity.js";
import {
  parseCount,
  parseId,
  parseNumber,
  parsePositive,
  parseWithin,
} from "../../../../index-build/clean/values/numbers.js";

describe("numbers", () => {
  test.each([
    ["862", 862],
    [" 862.0 ", 862],
    ["0", undefined],
    ["-5", undefined],
    ["1997-08-20", undefined],
    ["2147483647", 2147483647],
    ["2147483648", undefined],
    ["1e3", undefined],
    ["", undefined],
  ])("parseId(%j)", (cell, id) => expect(parseId(cell)).toBe(id));

  test.each([
    ["7.7", 7.7],
    ["1e-06", 1e-6],
    ["-.5", -0.5],
    ["1e999", undefined],
    ["Infinity", undefined],
    ["0x10", undefined],
    ["7,7", undefined],
    ["", undefined],
  ])("parseNumber(%j)", (cell, value) => expect(parseNumber(cell)).toBe(value));

  test("0 is unknown where only a known figure can stand", () => {
    expect([parsePositive("0"), parsePositive("0.0"), parsePositive("1"), parsePositive("-1")]).toEqual([
      undefined,
      undefined,
      1,
      undefined,
    ]);
  });

  test.each([
    ["5415.0", 5415],
    ["0", 0],
    ["1.5", undefined],
    ["-1", undefined],
  ])("parseCount(%j)", (cell, count) => expect(parseCount(cell)).toBe(count));

  test("parseWithin takes both ends", () => {
    expect(["0", "10", "10.1", "-1"].map((cell) => parseWithin(cell, 0, 10))).toEqual([
      0,
      10,
      undefined,
      undefined,
    ]);
  });
});

describe("dates", () => {
  test.each([
    ["1995-10-30", "1995-10-30"],
    ["2000-02-29", "2000-02-29"],
    ["1900-02-29", undefined],
    ["2011-04-31", undefined],
    ["1995-13-01", undefined],
    ["1869-12-31", undefined],
    ["2101-01-01", undefined],
    ["1995-1-1", undefined],
    ["12", undefined],
  ])("parseDate(%j)", (cell, date) => expect(parseDate(cell)).toBe(date));

  test.each([
    ["March 30, 2021", "2021-03-30"],
    [" December 1, 2019", "2019-12-01"],
    ["Sept 1, 2019", undefined],
    ["Sep 1, 2019", "2019-09-01"],
    ["2021-03-30", "2021-03-30"],
    ["February 30, 2021", undefined],
    ["Marzo 30, 2021", undefined],
  ])("parseEnglishDate(%j)", (cell, date) => expect(parseEnglishDate(cell)).toBe(date));

  test("parseYear", () => {
    expect(["2014", "2014.0", "1492", "20"].map(parseYear)).toEqual([2014, 2014, undefined, undefined]);
  });
});

describe("nested cells", () => {
  test("a name needs something to see; an id that is none is unknown", () => {
    const dicts = dictsOf(
      parseNested(
        "[{'id': 16, 'name': ' A\\u200bb '}, {'id': -1, 'name': 'x'}, {'id': 3}, {'name': ''}, 7, 'y']",
      ),
    );
    expect(dicts.map(idNameOf)).toEqual([
      { id: 16, name: "Ab" },
      { id: undefined, name: "x" },
      undefined,
      undefined,
    ]);
  });

  test("a dict by itself, and nothing", () => {
    expect(dictsOf(parseNested("{'name': 'x'}"))).toHaveLength(1);
    for (const cell of ["", " ", "[]", "None", "nan"]) expect(parseNested(cell)).toBeUndefined();
    expect(dictsOf(parseNested("0.06"))).toEqual([]);
  });

  test("codes", () => {
    const [us, cn, bad] = dictsOf(
      parseNested(
        "[{'iso_3166_1': 'us', 'name': 'United States'}, {'iso_639_1': 'cn', 'name': ''}, {'iso_3166_1': '12'}]",
      ),
    );
    expect(us && codeNameOf(us, "iso_3166_1")).toEqual({ code: "US", name: "United States" });
    expect(cn && codeNameOf(cn, "iso_639_1")).toEqual({ code: "cn", name: "cn" });
    expect(bad && codeNameOf(bad, "iso_3166_1")).toBeUndefined();
    expect([parseLanguageCode("EN"), parseLanguageCode("104.0"), parseLanguageCode("")]).toEqual([
      "en",
      undefined,
      undefined,
    ]);
  });
});

test("distinctBy keeps the first", () => {
  expect(distinctBy(["a", "B", "b", "A"], (text) => text.toLowerCase())).toEqual(["a", "B"]);
});

describe("isBillingOrder", () => {
  const cast = (ids: number[], orders: (number | undefined)[], hasPart = false) =>
    ids.map((personId, index) => ({ personId, order: orders[index], hasPart }));
  test.each([
    ["nobody", cast([], []), false],
    ["one person", cast([5], [0]), true],
    ["numbered", cast([5, 3, 9], [0, 1, 2]), true],
    ["all equal", cast([5, 3, 9], [0, 0, 0]), false],
    ["a number is missing", cast([5, 3], [0, undefined]), false],
    ["numbered by id", cast([3, 5, 9], [0, 1, 2]), false],
    ["numbered by id, with parts", cast([3, 5, 9], [0, 1, 2], true), true],
  ])("%s", (_, billing, ordered) => expect(isBillingOrder(billing)).toBe(ordered));
});

describe("platform titles", () => {
  test.each([
    ["113 min", { int: 113, type: "min" }],
    ["1 Season", { int: 1, type: "season" }],
    ["2 Seasons", { int: 2, type: "season" }],
    ["0 min", undefined],
    ["long", undefined],
  ])("parseDuration(%j)", (cell, duration) => expect(parseDuration(cell)).toEqual(duration));

  test.each([
    ["PG", "90 min", { maturity: "PG", duration: { int: 90, type: "min" }, swapped: false }],
    ["", "90 min", { maturity: "G", duration: { int: 90, type: "min" }, swapped: false }],
    ["74 min", "", { maturity: "G", duration: { int: 74, type: "min" }, swapped: true }],
    ["74 min", "90 min", { maturity: "G", duration: { int: 90, type: "min" }, swapped: true }],
  ])("rating %j, duration %j", (rating, duration, both) => {
    expect(parseMaturityAndDuration(rating, duration)).toEqual(both);
  });

  test.each([
    ["Ana Torrent, Ana Torrent,  , Álex", ["Ana Torrent", "Álex"]],
    ["Cuba Gooding, Jr., Ana", ["Cuba Gooding Jr.", "Ana"]],
    ["H. Allen Davis, Jr., Ph.D.", ["H. Allen Davis Jr. Ph.D."]],
    ["Jack Lee, JR", ["Jack Lee JR"]],
    ["Nick, Phd, Ann, M.D., Bo, III, Cy, Esq", ["Nick Phd", "Ann M.D.", "Bo III", "Cy Esq"]],
    ["Jr., Ana", ["Ana"]],
    ["1, 2, 50 Cent, VIXX", ["50 Cent", "VIXX"]],
    ["", []],
  ])("parseNameList(%j)", (cell, names) => expect(parseNameList(cell)).toEqual(names));
});
