import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Column, LATER } from "../../../../index-build/clean/columns/column.js";
import { DateColumn } from "../../../../index-build/clean/columns/date-column.js";
import {
  AVERAGES,
  COUNTS,
  IDS,
  MONEY,
  NumberColumn,
  POPULARITY,
} from "../../../../index-build/clean/columns/number-column.js";

/** What a whole column comes to. */
function read<Value>(column: Column<Value>, cells: readonly string[]): (Value | undefined)[] {
  const first = cells.map((cell) => column.read(cell));
  return cells.map((cell, at) => {
    const value = first[at];
    return value === LATER ? column.decide(cell) : value;
  });
}

const numbers = (options: ConstructorParameters<typeof NumberColumn>[0], cells: readonly string[]) =>
  read(new NumberColumn(options), cells);

describe("a column of numbers", () => {
  test.each([
    [
      "ids as programs and spreadsheets write them",
      IDS,
      ["862", "862.0", "862,0", "8.62E+02", "2.7205e4"],
      [862, 862, 862, 862, 27205],
    ],
    ["an id of which a spreadsheet cut digits off is none", IDS, ["2.72E+04"], [undefined]],
    ["ids with thousands", IDS, ["27.205", "1.234.567", "862"], [27205, 1234567, 862]],
    ["Spanish thousands", COUNTS, ["14.075", "9.678", "634"], [14075, 9678, 634]],
    ["only thousands", MONEY, ["160.000", "58.000"], [160_000, 58_000]],
    ["English thousands", MONEY, ["1,234,567", "14,075", "7"], [1234567, 14075, 7]],
    ["Indian thousands", MONEY, ["1,23,45,678"], [12345678]],
    [
      "currencies",
      MONEY,
      ["$160,000,000", "160 000 €", "US$ 5", "$1.5M", "2 millones"],
      [160e6, 160_000, 5, 1.5e6, 2e6],
    ],
    ["decimal commas", AVERAGES, ["8,1", "7,75", "6"], [8.1, 7.75, 6]],
    ["three decimals among others", POPULARITY, ["29.108149", "11.712", "0.5"], [29.108149, 11.712, 0.5]],
    ["three decimals behind a comma, among others", POPULARITY, ["29,108149", "11,712"], [29.108149, 11.712]],
    ["thousands beside decimal commas", MONEY, ["1.234,50", "14.075"], [1234.5, 14075]],
    [
      "a mark in two meanings is in doubt",
      MONEY,
      ["1.234.567", "12.5", "14.075"],
      [1234567, 12.5, undefined],
    ],
    ["a count of a decimal column is no thousand", COUNTS, ["5415.0", "14.075"], [5415, undefined]],
    [
      "out of range is unknown",
      COUNTS,
      ["3000000000", "-1", "2147483647"],
      [undefined, undefined, 2147483647],
    ],
    [
      "no numbers",
      MONEY,
      ["", "a lot", "1.2.3", "--5", "1,2,3", "1.23.456"],
      Array.from({ length: 6 }, () => undefined),
    ],
  ] as const)("%s", (_, options, cells, values) => {
    expect(numbers(options, cells)).toEqual(values);
  });

  const written = fc.array(fc.integer({ min: 0, max: 2_000_000_000 }), { minLength: 1, maxLength: 30 });

  test.each([
    ["es", "."],
    ["en", ","],
    ["de-CH", "’"],
    ["fr", " "],
  ])("any counts grouped as in %s are read back", (locale) => {
    const format = new Intl.NumberFormat(locale, { useGrouping: "always" });
    fc.assert(
      fc.property(written, (counts) => {
        expect(
          numbers(
            COUNTS,
            counts.map((count) => format.format(count)),
          ),
        ).toEqual(counts);
      }),
    );
  });

  test("any measures with decimal commas are read back where one is not of three digits", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 })), (thousandths) => {
        const values = [...thousandths.map((one) => one / 1000), 7.5];
        expect(
          numbers(
            POPULARITY,
            values.map((value) => String(value).replace(".", ",")),
          ),
        ).toEqual(values);
      }),
    );
  });

  test("any text at all is read without failing", () => {
    const piece = fc.constantFrom("1", "0", ".", ",", "-", "$", "e", "+", " ", "M", "x");
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 9 })), (cells) => {
        for (const value of numbers(
          MONEY,
          cells.map((pieces) => pieces.join("")),
        ))
          expect(value === undefined || Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

const dates = (cells: readonly string[], dayFirst = false) => {
  const column = new DateColumn();
  if (dayFirst) column.expectDayFirst();
  return read(column, cells).map((value) =>
    value?.yearOnly === true ? value.date.slice(0, 4) : value?.date,
  );
};

describe("a column of dates", () => {
  test.each([
    ["2010-07-14", "2010-07-14"],
    ["2010-07-14 00:00:00", "2010-07-14"],
    ["2010-07-14T00:00:00.000Z", "2010-07-14"],
    ["2010/7/4", "2010-07-04"],
    ["20100714", "2010-07-14"],
    ["2010", "2010"],
    ["2010.0", "2010"],
    ["2010-07", "2010"],
    ["14/07/2010", "2010-07-14"],
    ["7/14/2010", "2010-07-14"],
    ["14.07.2010", "2010-07-14"],
    ["14-07-10", "2010-07-14"],
    ["7/14/66", "1966-07-14"],
    ["5/5/2010", "2010-05-05"],
    ["July 14, 2010", "2010-07-14"],
    ["14 July 2010", "2010-07-14"],
    ["14-Jul-10", "2010-07-14"],
    ["14 de julio de 2010", "2010-07-14"],
    ["14 sept 2010", "2010-09-14"],
    ["Wed, 14 Jul 2010 00:00:00 GMT", "2010-07-14"],
    ["1279065600000", "2010-07-14"],
    ["1279065600", "2010-07-14"],
    ["1279065600000000000", "2010-07-14"],
    ["-315619200000", "1960-01-01"],
    ["40373", "2010-07-14"],
    ["3/4/2010", "2010"],
    ["31/31/2010", undefined],
    ["2010-02-30", undefined],
    ["1492-01-01", undefined],
    ["soon", undefined],
  ])("%s", (cell, date) => expect(dates([cell])).toEqual([date]));

  test("one day beyond twelve tells for the whole column", () => {
    expect(dates(["3/4/2010", "25/4/2010"])).toEqual(["2010-04-03", "2010-04-25"]);
    expect(dates(["3/4/2010", "4/25/2010"])).toEqual(["2010-03-04", "2010-04-25"]);
  });

  test("both orders in one column leave the others in doubt: their year is known", () => {
    expect(dates(["3/4/2010", "25/4/2010", "4/25/2010"])).toEqual(["2010", "2010-04-25", "2010-04-25"]);
  });

  test("where nothing else tells, a file of decimal commas has the day first", () => {
    expect(dates(["3/4/2010"], true)).toEqual(["2010-04-03"]);
  });

  test("any days of one order are read back, or are in doubt as a whole", () => {
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2029-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(day, { minLength: 1 }), fc.boolean(), (days, dayFirst) => {
        const iso = days.map((one) => one.toISOString().slice(0, 10));
        const cells = iso.map((date) => {
          const [year, month, of] = date.split("-");
          return dayFirst ? `${of}/${month}/${year}` : `${month}/${of}/${year}`;
        });
        const isTold = iso.some((date) => Number(date.slice(8)) > 12);
        const read = dates(cells);
        for (const [at, date] of iso.entries())
          expect(isTold ? [date] : [date, date.slice(0, 4)]).toContain(read[at]);
      }),
    );
  });
});
