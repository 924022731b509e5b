/** Events of older versions, in the shape of today. */
import { VERSION } from "./schema.js";

type Raw = Readonly<Record<string, unknown>>;

/** By version: what makes of such an event one of the next version. There is one version; the first step goes here. */
const STEPS: ReadonlyMap<number, (event: Raw) => Raw> = new Map();

/** @returns undefined where the version is none that this program knows: it may be a later one's */
export function upcast(event: Raw, steps = STEPS, current: number = VERSION): Raw | undefined {
  let now = event;
  while (now.v !== current) {
    const step = typeof now.v === "number" ? steps.get(now.v) : undefined;
    if (step === undefined) return undefined;
    now = step(now);
  }
  return now;
}
