/** A call of a method: held against the Bot API and the rules, then done. */
import { badRequest, refused } from "../refused.js";
import { wrongForSpec } from "../rules/spec.js";
import type { StandIn } from "../stand-in.js";
import type { Payload } from "../types.js";
import { METHODS } from "./index.js";

/**
 * What the method gives.
 * @param gone aborted when the caller hangs up
 * @throws Refused where Telegram would refuse
 */
export async function callMethod(
  standIn: StandIn,
  method: string,
  payload: Payload,
  gone: AbortSignal,
): Promise<unknown> {
  const wrong = standIn.strict ? wrongForSpec(method, payload) : undefined;
  if (wrong !== undefined) throw badRequest(`(Bot API) ${wrong}`);
  const known = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (known === undefined) throw refused(404, "Not Found: method not found");
  const { rules, run } = known;
  for (const rule of rules) {
    const why = rule(payload);
    if (why !== undefined) throw badRequest(why);
  }
  return run(standIn, payload, gone);
}
