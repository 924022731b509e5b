/** Evenings on which the film of a night may be shown, to be chosen with a press. */
import type { Locale } from "../../../src/chat/locale.js";
import type { Night } from "../../../src/events/night/state.js";
import { addDays, instantOf, wallTimeOf } from "../../../src/events/time/zoned.js";
import { shortMoment } from "../words/times.js";

const DAYS = 8;
/** When people usually begin. */
const HOURS = [20, 22];
const MOST = 8;

interface ToBeShown {
  readonly night: Pick<Night, "showing" | "ending" | "deadline">;
  readonly zone: string;
}

interface Evening {
  readonly at: Date;
  readonly label: string;
}

/** The next ones after voting is over, by the clocks of the night's zone. */
export function evenings(locale: Locale, { night, zone: own }: ToBeShown, now: Date): readonly Evening[] {
  const zone = night.showing?.zone ?? own;
  const from = night.ending === null ? Math.max(now.getTime(), Date.parse(night.deadline)) : now.getTime();
  const all: Evening[] = [];
  for (let day = 0; day < DAYS; day++) {
    const date = addDays(wallTimeOf(new Date(from), zone), day);
    for (const hour of HOURS) {
      const at = instantOf({ ...date, hour, minute: 0 }, zone)?.instant;
      if (at !== undefined && at.getTime() > from) all.push({ at, label: shortMoment(locale, at, zone) });
    }
  }
  return all.slice(0, MOST);
}
