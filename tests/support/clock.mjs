/**
 * Loaded before a program (`NODE_OPTIONS=--import …`): its clock is ahead of the machine's by the milliseconds that the file
 * named in `CLOCK_FILE` holds, in every thread and every process that it starts. What only grows (`performance.now`, timers)
 * does not jump, as on a machine whose clock is set.
 */
import { readFileSync } from "node:fs";

const EVERY = 50;
const file = process.env.CLOCK_FILE ?? "";
const RealDate = Date;
let ahead = 0;

function look() {
  try {
    ahead = Number(readFileSync(file, "utf8")) || 0;
  } catch {
    ahead = 0;
  }
}
look();
setInterval(look, EVERY).unref();

const now = () => RealDate.now() + ahead;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, made) => Reflect.construct(target, args.length > 0 ? args : [now()], made),
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) => (name === "now" ? now : Reflect.get(target, name, receiver)),
});
RealDate.prototype.constructor = globalThis.Date;
