/** Times as people type them, in Spanish and English. */
import { describe, expect, it } from "vitest";
import { saidDuration, saidMoment } from "../../../../src/events/time/said.js";
import { zoneCalled, zoneOfTag } from "../../../../src/events/time/zones.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe("a duration", () => {
  it.each([
    ["2h", 2 * HOUR],
    ["2 horas", 2 * HOUR],
    ["90 min", 90 * MINUTE],
    ["1h30min", 90 * MINUTE],
    ["1 hora y 30 minutos", 90 * MINUTE],
    ["1,5 h", 90 * MINUTE],
    ["en 3 días", 3 * DAY],
    ["3 dias", 3 * DAY],
    ["una semana", 7 * DAY],
    ["in two days", 2 * DAY],
    ["an hour", HOUR],
  ])("%s", (text, milliseconds) => {
    expect(saidDuration(text)).toBe(milliseconds);
  });

  it.each(["", "mañana", "viernes 20:00", "3", "h", "3 meses", "-2h", "0h", "2h pronto"])(
    "is not %j",
    (text) => {
      expect(saidDuration(text)).toBeUndefined();
    },
  );
});

describe("a day and a time", () => {
  // A Monday; in Madrid it is 14:00.
  const NOW = new Date("2026-06-01T12:00:00Z");
  const at = (text: string, zone = "Europe/Madrid") => saidMoment(text, zone, NOW)?.instant.toISOString();

  it.each([
    ["viernes 21:30", "2026-06-05T19:30:00.000Z"],
    ["el viernes a las 21.30", "2026-06-05T19:30:00.000Z"],
    ["friday at 9:30pm", "2026-06-05T19:30:00.000Z"],
    ["Vie 21h", "2026-06-05T19:00:00.000Z"],
    ["21:30", "2026-06-01T19:30:00.000Z"],
    ["9:30", "2026-06-02T07:30:00.000Z"],
    ["lunes 15:00", "2026-06-01T13:00:00.000Z"],
    ["lunes 13:00", "2026-06-08T11:00:00.000Z"],
    ["hoy a las 22:00", "2026-06-01T20:00:00.000Z"],
    ["esta noche a las 22:00", "2026-06-01T20:00:00.000Z"],
    ["mañana a las 22:00", "2026-06-02T20:00:00.000Z"],
    ["mañana a las 22", "2026-06-02T20:00:00.000Z"],
    ["el viernes a las 9 de la noche", "2026-06-05T19:00:00.000Z"],
    ["viernes a las 9:30 de la noche", "2026-06-05T19:30:00.000Z"],
    ["viernes a las 21:30 de la noche", "2026-06-05T19:30:00.000Z"],
    ["sábado a las 11 de la mañana", "2026-06-06T09:00:00.000Z"],
    ["mañana a las 11 de la mañana", "2026-06-02T09:00:00.000Z"],
    ["sábado a las 12 de la noche", "2026-06-05T22:00:00.000Z"],
    ["sábado a las 12 de la mañana", "2026-06-06T10:00:00.000Z"],
    ["sábado a las 12 del mediodía", "2026-06-06T10:00:00.000Z"],
    ["09:00 p.m.", "2026-06-01T19:00:00.000Z"],
    ["09:30 p. m.", "2026-06-01T19:30:00.000Z"],
    ["a las nueve y media de la noche", "2026-06-01T19:30:00.000Z"],
    ["viernes a las nueve de la noche", "2026-06-05T19:00:00.000Z"],
    ["mañana a las diez menos cuarto de la noche", "2026-06-02T19:45:00.000Z"],
    ["a la una menos cuarto de la tarde", "2026-06-02T10:45:00.000Z"],
    ["friday at half past nine pm", "2026-06-05T19:30:00.000Z"],
    ["nine pm", "2026-06-01T19:00:00.000Z"],
    ["mañana al mediodía", "2026-06-02T10:00:00.000Z"],
    ["las 21", "2026-06-01T19:00:00.000Z"],
    ["esta noche a las 10", "2026-06-01T20:00:00.000Z"],
    ["tonight at 9:30", "2026-06-01T19:30:00.000Z"],
    ["this evening at 8", "2026-06-01T18:00:00.000Z"],
    ["esta noche a las 12", "2026-06-01T22:00:00.000Z"],
    ["viernes por la noche a las 9", "2026-06-05T19:00:00.000Z"],
    ["4 de diciembre a las 21:00", "2026-12-04T20:00:00.000Z"],
    ["viernes 4 de diciembre de 2026, 21:00", "2026-12-04T20:00:00.000Z"],
    ["Dec 4th at 9pm", "2026-12-04T20:00:00.000Z"],
    ["1 de febrero 20:00", "2027-02-01T19:00:00.000Z"],
    ["el viernes que viene a las 9pm", "2026-06-05T19:00:00.000Z"],
    ["friday at 9 in the evening", "2026-06-05T19:00:00.000Z"],
    ["friday at 21", "2026-06-05T19:00:00.000Z"],
    ["a las 9 pm", "2026-06-01T19:00:00.000Z"],
    ["tomorrow 12am", "2026-06-01T22:00:00.000Z"],
    ["pasado mañana 12:00", "2026-06-03T10:00:00.000Z"],
    ["24/12 20:00", "2026-12-24T19:00:00.000Z"],
    ["1/2 20:00", "2027-02-01T19:00:00.000Z"],
    ["24/12/2026 20:00", "2026-12-24T19:00:00.000Z"],
    ["2026-12-24 20:00", "2026-12-24T19:00:00.000Z"],
  ])("%s", (text, instant) => {
    expect(at(text)).toBe(instant);
  });

  it("is of the zone that it is said in", () => {
    expect(at("viernes 21:30", "America/Mexico_City")).toBe("2026-06-06T03:30:00.000Z");
    // There Sunday is not over yet.
    expect(
      saidMoment("lunes 1:00", "Pacific/Honolulu", new Date("2026-06-01T09:00:00Z"))?.instant.toISOString(),
    ).toBe("2026-06-01T11:00:00.000Z");
  });

  it("says where clocks skip it or show it twice", () => {
    const spring = saidMoment("29/3/2026 2:30", "Europe/Madrid", new Date("2026-03-01T00:00:00Z"));
    expect(spring).toMatchObject({ kind: "skipped", instant: new Date("2026-03-29T01:30:00Z") });
    expect(saidMoment("25/10/2026 2:30", "Europe/Madrid", NOW)?.kind).toBe("twice");
  });

  it.each([
    "",
    "viernes",
    "pronto",
    "25:00",
    "31/2 20:00",
    "13pm",
    "viernes 20:61",
    "21:30 quizá",
    "99/99/2026 1:00",
    "31 de febrero 20:00",
    "dos semanas",
  ])("is not %j", (text) => {
    expect(at(text)).toBeUndefined();
  });
});

describe("a time zone", () => {
  it.each([
    ["Europe/Madrid", "Europe/Madrid"],
    ["madrid", "Europe/Madrid"],
    ["España", "Europe/Madrid"],
    ["CDMX", "America/Mexico_City"],
    ["México", "America/Mexico_City"],
    ["Bogotá", "America/Bogota"],
    ["new york", "America/New_York"],
    ["utc", "UTC"],
  ])("%s", (called, zone) => {
    expect(zoneCalled(called)).toBe(zone);
  });

  it("may be none", () => {
    for (const text of ["", "narnia", "+01:00", "Europe/Narnia", "../etc/passwd"])
      expect(zoneCalled(text)).toBeUndefined();
  });

  it("is a region's where that has one", () => {
    expect([zoneOfTag("es-ES"), zoneOfTag("es-AR"), zoneOfTag("es"), zoneOfTag("en-US")]).toEqual([
      "Europe/Madrid",
      "America/Argentina/Buenos_Aires",
      undefined,
      undefined,
    ]);
  });
});
