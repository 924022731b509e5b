/** Until when a night takes votes and when its film is shown, from what was said of both. */
import { text } from "../../../src/chat/command/options.js";
import type { Context } from "../../../src/chat/contract.js";
import { UserError } from "../../../src/chat/errors/errors.js";
import { quoted } from "../../../src/chat/text.js";
import type { Showing } from "../../../src/events/night/events/rules.js";
import { saidDuration, saidMoment } from "../../../src/events/time/said.js";
import { zoneCalled, zoneOfTag } from "../../../src/events/time/zones.js";
import { openNights, pastNights } from "../../../src/nights/lists.js";
import { NO_ZONE } from "../../../src/settings/declaration.js";
import type { Words } from "../../../src/words.js";
import type { Reached } from "../reached.js";
import { zoneName } from "../words/times.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const zoneOption = () =>
  text({
    es: "Zona horaria",
    en: "Time zone",
    also: ["zone", "tz"],
    help: { es: "Madrid, CDMX, Buenos Aires; se recuerda", en: "Madrid, London, New York; it is remembered" },
  }).optional();

export interface SaidTimes {
  readonly cierra?: string | undefined;
  readonly cuando?: string | undefined;
}

/**
 * The zone in which times are said here: as it is named, else the place's own, else that of the last night here, else that of the reader's
 * region; undefined where none is known.
 * @throws UserError for what is no zone
 */
export async function zoneFor(
  { locale, settings }: Context,
  { store, community }: Reached,
  named: string | undefined,
): Promise<string | undefined> {
  if (named !== undefined) {
    const zone = zoneCalled(named);
    if (zone !== undefined) return zone;
    throw unknown("zona", named, {
      es: "Prueba con una ciudad: Madrid, CDMX, Buenos Aires, Bogotá…",
      en: "Try a city: Madrid, London, New York…",
    });
  }
  if (settings.timeZone !== NO_ZONE) return settings.timeZone;
  const last =
    (await openNights(store, community)).at(-1) ??
    (await pastNights(store, community, { from: 0, size: 1 })).items[0];
  return last !== undefined && last.zone !== "UTC" ? last.zone : zoneOfTag(locale.tag);
}

/** @throws UserError for what is no time, and where the zone that it takes is not known */
export function timesOf(
  context: Context,
  { cierra, cuando }: SaidTimes,
  zone: string | undefined,
): { readonly deadline: Date; readonly showing: Showing | null } {
  const { now, settings } = context;
  const usual = settings.nightMinutes > 0 ? settings.nightMinutes * MINUTE : DAY;
  const shownAt = cuando === undefined ? undefined : momentOf(context, "cuando", cuando, zone);
  const duration = cierra === undefined ? undefined : saidDuration(cierra);
  const deadline =
    cierra === undefined
      ? new Date(usualDeadline(now.getTime(), usual, shownAt?.getTime()))
      : duration === undefined
        ? momentOf(context, "cierra", cierra, zone)
        : new Date(now.getTime() + duration);
  const showing = shownAt === undefined ? null : { instant: shownAt.toISOString(), zone: zone ?? "UTC" };
  return { deadline, showing };
}

/** As long as is usual here; where the film is shown before that is over, an hour before it, or halfway there. */
function usualDeadline(now: number, usual: number, shownAt = Number.POSITIVE_INFINITY): number {
  const left = shownAt - now;
  if (left > usual + HOUR) return now + usual;
  return left > 2 * HOUR ? shownAt - HOUR : now + left / 2;
}

export function momentOf(
  { now, asked, locale }: Context,
  option: string,
  said: string,
  zone: string | undefined,
): Date {
  if (zone === undefined) {
    throw new UserError(
      "missing_parameter",
      {
        es: "¿En qué zona horaria es eso? Dila una vez y la recuerdo: zona=Madrid, zona=CDMX, zona=Bogotá…",
        en: "In which time zone is that? Say it once and I remember it: zona=London, zona=Madrid, zona=New York…",
      },
      {
        option: "zona",
        suggestions: COMMON_ZONES.map((one) => ({
          label: zoneName(one, locale.language),
          command: asked.command,
          options: { ...asked.options, zona: one },
        })),
      },
    );
  }
  const moment = saidMoment(said, zone, now);
  if (moment !== undefined && moment.instant > now) return moment.instant;
  if (moment !== undefined) {
    const typed = quoted(said);
    throw new UserError(
      "invalid_parameter",
      {
        es: `${typed.es} ya pasó (${zoneName(zone, "es")}). Di un momento que esté por llegar.`,
        en: `${typed.en} is past (${zoneName(zone, "en")}). Say a time that is still to come.`,
      },
      { option },
    );
  }
  throw unknown(option, said, {
    es: "Prueba con «viernes 21:30», «mañana a las 22:00» o «24/12 20:00».",
    en: "Try “friday 21:30”, “tomorrow at 10pm” or “24/12 20:00”.",
  });
}

const COMMON_ZONES: readonly string[] = [
  "Europe/Madrid",
  "America/Mexico_City",
  "America/Bogota",
  "America/Argentina/Buenos_Aires",
  "America/Santiago",
];

function unknown(option: string, said: string, hint: Words): UserError {
  const typed = quoted(said);
  return new UserError(
    "invalid_parameter",
    { es: `No entiendo ${typed.es}. ${hint.es}`, en: `I don't understand ${typed.en}. ${hint.en}` },
    { option },
  );
}
