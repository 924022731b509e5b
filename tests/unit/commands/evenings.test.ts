/** The evenings that are offered for the film of a night. */
import { expect, it } from "vitest";
import { evenings } from "../../../commands/night/panel/evenings.js";
import { SPANISH } from "../../../src/chat/locale.js";

const night = (deadline: string) => ({
  night: { showing: null, ending: null, deadline },
  zone: "Europe/Madrid",
});
const labels = (deadline: string) =>
  evenings(SPANISH, night(deadline), new Date("2026-03-01T00:00:00Z")).map(({ label }) => label);

it.each([
  // A Saturday, 23:30; on Sunday clocks are put forward.
  ["2026-03-28T22:30:00Z", ["dom, 29 mar, 20:00", "dom, 29 mar, 22:00", "lun, 30 mar, 20:00"]],
  // A Sunday, 0:30, on which they are put back.
  ["2026-10-24T22:30:00Z", ["dom, 25 oct, 20:00", "dom, 25 oct, 22:00", "lun, 26 oct, 20:00"]],
] as const)("each once, where clocks change: %s", (deadline, first) => {
  const all = labels(deadline);
  expect(all.slice(0, 3)).toEqual(first);
  expect(new Set(all).size).toBe(8);
});
