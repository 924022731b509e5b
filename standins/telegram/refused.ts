/** Thrown by a method that says no. */
import type { Refusal } from "./types.js";

export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.description);
  }
}

/** A 400, as nearly all refusals are. */
export function badRequest(why: string): Refused {
  return new Refused({ error_code: 400, description: `Bad Request: ${why}` });
}

export function refused(
  error_code: number,
  description: string,
  parameters?: Refusal["parameters"],
): Refused {
  return new Refused({ error_code, description, ...(parameters ? { parameters } : {}) });
}
