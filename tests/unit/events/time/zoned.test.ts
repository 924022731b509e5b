/** Dates and times as people say them, in their zone. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf, isTimeZone, type WallTime, wallTimeOf } from "../../../../src/events/time/zoned.js";

const at = (text: string): WallTime => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/\D/u).map(Number);
  return { year, month, day, hour, minute };
};

const told = (text: string, zone: string) => {
  const zoned = instantOf(at(text), zone);
  if (zoned === undefined) return undefined;
  const instants = zoned.kind === "twice" ? [zoned.instant, zoned.again] : [zoned.instant];
  return [zoned.kind, ...instants.map((instant) => instant.toISOString().slice(0, 16))];
};

const ZONES = [
  "Europe/Madrid",
  "Atlantic/Canary",
  "America/Mexico_City",
  "America/Bogota",
  "America/Santiago",
  "America/Argentina/Buenos_Aires",
  "America/New_York",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "Africa/Casablanca",
  "UTC",
];

describe("a date and a time", () => {
  it.each([
    ["2026-12-05 22:00", "Europe/Madrid", ["once", "2026-12-05T21:00"]],
    ["2026-07-05 22:00", "Europe/Madrid", ["once", "2026-07-05T20:00"]],
    ["2026-07-05 00:00", "America/Mexico_City", ["once", "2026-07-05T06:00"]],
    ["2026-07-05 18:45", "Asia/Kathmandu", ["once", "2026-07-05T13:00"]],
    // Clocks are put forward at 02:00 to 03:00, and back at 03:00 to 02:00.
    ["2026-03-29 01:59", "Europe/Madrid", ["once", "2026-03-29T00:59"]],
    ["2026-03-29 02:30", "Europe/Madrid", ["skipped", "2026-03-29T01:30"]],
    ["2026-03-29 03:00", "Europe/Madrid", ["once", "2026-03-29T01:00"]],
    ["2026-10-25 02:30", "Europe/Madrid", ["twice", "2026-10-25T00:30", "2026-10-25T01:30"]],
    ["2026-10-25 03:00", "Europe/Madrid", ["once", "2026-10-25T02:00"]],
    // By half an hour.
    ["2026-10-04 02:15", "Australia/Lord_Howe", ["skipped", "2026-10-03T15:45"]],
    ["2026-04-05 01:45", "Australia/Lord_Howe", ["twice", "2026-04-04T14:45", "2026-04-04T15:15"]],
    // At midnight: the day has no first hour.
    ["2026-09-06 00:30", "America/Santiago", ["skipped", "2026-09-06T04:30"]],
    // Samoa had no 30th of December 2011.
    ["2011-12-30 12:00", "Pacific/Apia", ["skipped", "2011-12-30T22:00"]],
    ["2026-02-30 20:00", "Europe/Madrid", undefined],
    ["2026-12-05 24:00", "UTC", undefined],
    ["2026-13-05 20:00", "UTC", undefined],
  ])("%s in %s", (text, zone, expected) => {
    expect(told(text, zone)).toEqual(expected);
  });

  it("is found again from what the clock shows at any instant", () => {
    const minutes = fc.integer({ min: Date.UTC(2005, 0) / 60_000, max: Date.UTC(2037, 0) / 60_000 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...ZONES), (minute, zone) => {
        const instant = new Date(minute * 60_000);
        const zoned = instantOf(wallTimeOf(instant, zone), zone);
        expect(zoned?.kind).not.toBe("skipped");
        const found = zoned?.kind === "twice" ? [zoned.instant, zoned.again] : [zoned?.instant];
        expect(found).toContainEqual(instant);
      }),
      { numRuns: 1_000, seed: 20 },
    );
  });

  it("that clocks skip is later by as much as they are put forward; one they show twice is an hour apart", () => {
    // Half past in the hours at which clocks change, around the changes of three zones, over three years.
    const kinds = new Map<string, number>();
    for (const zone of ["Europe/Madrid", "America/New_York", "America/Santiago"])
      for (let year = 2025; year < 2028; year++)
        for (const month of [3, 4, 9, 10, 11])
          for (const day of [1, 2, 3, 4, 5, 6, 7, 8, 25, 26, 27, 28, 29, 30])
            for (const [hour, minute] of [
              [0, 30],
              [1, 30],
              [2, 30],
              [23, 30],
            ] as const) {
              const wall = { year, month, day, hour, minute };
              const zoned = instantOf(wall, zone);
              if (zoned === undefined) throw new Error("no such time");
              kinds.set(zoned.kind, (kinds.get(zoned.kind) ?? 0) + 1);
              const shown = wallTimeOf(zoned.instant, zone);
              if (zoned.kind === "skipped") expect(shown.hour).toBe(hour + 1);
              else expect(shown).toEqual(wall);
              if (zoned.kind !== "twice") continue;
              expect(zoned.again.getTime() - zoned.instant.getTime()).toBe(3_600_000);
              expect(wallTimeOf(zoned.again, zone)).toEqual(wall);
            }
    // One change a year each way and zone.
    expect(kinds.get("skipped")).toBeGreaterThanOrEqual(6);
    expect(kinds.get("twice")).toBeGreaterThanOrEqual(6);
  }, 120_000);
});

it("zones have names", () => {
  for (const zone of ZONES) expect(isTimeZone(zone)).toBe(true);
  for (const zone of ["+01:00", "Europe/Narnia", "", "mañana"]) expect(isTimeZone(zone)).toBe(false);
});
