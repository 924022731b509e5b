/** A rule of Discord's: a name, and a check that reports what it refuses. */
import { absent, length } from "../json.js";
import { type Path, type Problem, refused } from "../refused.js";

export type Report = (path: Path, code: string, message: string) => void;

export interface Rule<Subject> {
  readonly name: string;
  readonly check: (subject: Subject, report: Report) => void;
}

/** A value found somewhere in a body, with its place. */
export type Found = readonly [path: Path, value: unknown];

export function problemsOf<Subject>(rules: readonly Rule<Subject>[], subject: Subject): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, code, message) => problems.push({ path, code, message });
  for (const rule of rules) rule.check(subject, report);
  return problems;
}

/** Throws 50035 with everything the rules find. */
export function enforce<Subject>(rules: readonly Rule<Subject>[], subject: Subject): void {
  const problems = problemsOf(rules, subject);
  if (problems.length > 0) throw refused.invalidForm(problems);
}

export const REQUIRED = ["BASE_TYPE_REQUIRED", "This field is required"] as const;

interface TextLimits {
  readonly min?: number;
  readonly max: number;
  /** Absent, or nothing but white space, is refused too. */
  readonly required?: boolean;
}

/** A rule about the length of texts. */
export function textRule<Subject>(
  name: string,
  limits: TextLimits,
  find: (subject: Subject) => Iterable<Found>,
): Rule<Subject> {
  return {
    name,
    check(subject, report) {
      for (const [path, value] of find(subject)) checkText(path, value, limits, report);
    },
  };
}

function checkText(path: Path, value: unknown, limits: TextLimits, report: Report): void {
  const { min = 0, max, required = false } = limits;
  if (absent(value)) {
    if (required) report(path, ...REQUIRED);
    return;
  }
  if (typeof value !== "string") {
    report(path, "STRING_TYPE_CONVERT", `Could not interpret "${String(value)}" as string.`);
    return;
  }
  if (required && value.trim() === "") {
    report(path, ...REQUIRED);
    return;
  }
  // UTF-16 units are never fewer than code points, so most texts are not counted one by one.
  if (value.length <= max && value.length >= 2 * min) return;
  const count = length(value);
  if (count >= min && count <= max) return;
  if (min > 0) report(path, "BASE_TYPE_BAD_LENGTH", `Must be between ${min} and ${max} in length.`);
  else report(path, "BASE_TYPE_MAX_LENGTH", `Must be ${max} or fewer in length.`);
}

/** A rule about the number of members of lists. */
export function countRule<Subject>(
  name: string,
  limits: { readonly min?: number; readonly max: number },
  find: (subject: Subject) => Iterable<Found>,
): Rule<Subject> {
  const { min = 0, max } = limits;
  return {
    name,
    check(subject, report) {
      for (const [path, value] of find(subject)) {
        if (absent(value)) continue;
        if (!Array.isArray(value)) {
          report(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
        } else if (value.length < min || value.length > max) {
          if (min > 0) report(path, "BASE_TYPE_BAD_LENGTH", `Must be between ${min} and ${max} in length.`);
          else report(path, "BASE_TYPE_MAX_LENGTH", `Must be ${max} or fewer in length.`);
        }
      }
    },
  };
}

/** A rule about numbers within bounds. */
export function numberRule<Subject>(
  name: string,
  limits: { readonly min: number; readonly max: number },
  find: (subject: Subject) => Iterable<Found>,
): Rule<Subject> {
  return {
    name,
    check(subject, report) {
      for (const [path, value] of find(subject)) {
        if (absent(value)) continue;
        if (!Number.isInteger(value)) {
          report(path, "NUMBER_TYPE_COERCE", `Value "${String(value)}" is not int.`);
        } else if ((value as number) < limits.min) {
          const message = `int value should be greater than or equal to ${limits.min}.`;
          report(path, "NUMBER_TYPE_MIN", message);
        } else if ((value as number) > limits.max) {
          report(path, "NUMBER_TYPE_MAX", `int value should be less than or equal to ${limits.max}.`);
        }
      }
    },
  };
}

/** A rule about addresses: well formed, with one of the schemes. */
export function urlRule<Subject>(
  name: string,
  schemes: readonly string[],
  find: (subject: Subject) => Iterable<Found>,
): Rule<Subject> {
  return {
    name,
    check(subject, report) {
      for (const [path, value] of find(subject)) {
        if (absent(value)) continue;
        if (typeof value !== "string" || !URL.canParse(value)) {
          report(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
          continue;
        }
        const scheme = new URL(value).protocol.slice(0, -1);
        if (schemes.includes(scheme)) continue;
        const allowed = schemes.map((one) => `'${one}'`).join(", ");
        report(path, "URL_TYPE_INVALID_SCHEME", `Scheme "${scheme}" must be one of (${allowed}).`);
      }
    },
  };
}
