/** Time zones as people call them: by a city, by a country that has one, or by their own name. */
import { isTimeZone } from "./zoned.js";

/** What people say where the zone's own name does not. */
const CALLED: Readonly<Record<string, string>> = {
  espana: "Europe/Madrid",
  peninsula: "Europe/Madrid",
  barcelona: "Europe/Madrid",
  canarias: "Atlantic/Canary",
  mexico: "America/Mexico_City",
  cdmx: "America/Mexico_City",
  "ciudad de mexico": "America/Mexico_City",
  argentina: "America/Argentina/Buenos_Aires",
  chile: "America/Santiago",
  colombia: "America/Bogota",
  peru: "America/Lima",
  venezuela: "America/Caracas",
  ecuador: "America/Guayaquil",
  quito: "America/Guayaquil",
  uruguay: "America/Montevideo",
  bolivia: "America/La_Paz",
  paraguay: "America/Asuncion",
  "costa rica": "America/Costa_Rica",
  "nueva york": "America/New_York",
  londres: "Europe/London",
  utc: "UTC",
  gmt: "UTC",
};

/** Where a reader's language names a region that has one zone, or nearly all of its people in one. */
const OF_REGION: Readonly<Record<string, string>> = {
  ES: "Europe/Madrid",
  MX: "America/Mexico_City",
  AR: "America/Argentina/Buenos_Aires",
  CO: "America/Bogota",
  CL: "America/Santiago",
  PE: "America/Lima",
  VE: "America/Caracas",
  EC: "America/Guayaquil",
  UY: "America/Montevideo",
  BO: "America/La_Paz",
  PY: "America/Asuncion",
  CR: "America/Costa_Rica",
  GB: "Europe/London",
  IE: "Europe/Dublin",
};

/** "Europe/Madrid", "madrid", "CDMX", "Buenos Aires" → the zone; undefined where none is called so. */
export function zoneCalled(text: string): string | undefined {
  const said = folded(text);
  const called = CALLED[said];
  if (called !== undefined) return called;
  const whole = text.trim().replaceAll(" ", "_");
  const named = Intl.supportedValuesOf("timeZone").find(
    (zone) => folded(zone) === said || folded(zone.split("/").at(-1) ?? "") === said,
  );
  return named ?? (whole.includes("/") && isTimeZone(whole) ? whole : undefined);
}

/** @param tag BCP 47 */
export function zoneOfTag(tag: string): string | undefined {
  return OF_REGION[tag.split("-")[1] ?? ""];
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("_", " ").trim();
}
