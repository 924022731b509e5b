/** The gates between a new version and its use, in the order in which their problems are told. */
import type { Words } from "../../words.js";
import { duplicated } from "./duplicated.js";
import { emptied } from "./emptied.js";
import type { Candidate, Gate, Golden } from "./gate.js";
import { golden } from "./golden.js";
import { shrunken } from "./shrunken.js";
import { sized } from "./sized.js";

const GATES: readonly Gate[] = [shrunken, emptied, duplicated, sized, golden];

/** All that speaks against putting `candidate` in the place of `before`. */
export function problemsOf(
  candidate: Candidate,
  before: Candidate | undefined,
  questions: readonly Golden[],
): readonly Words[] {
  return GATES.flatMap((gate) => gate(candidate, before, questions) ?? []);
}
