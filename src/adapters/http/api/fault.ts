/** Which status an answer of the kind "error" has, and which parameter it is about. */
import { coerce } from "../../../chat/command/coerce.js";
import { commandNamed } from "../../../chat/command/names.js";
import type { Services } from "../../../chat/context.js";
import { describe } from "../../../chat/command/describe.js";
import type { Log } from "../../../chat/errors.js";
import { invalidOption } from "../../../chat/command/invalid-option.js";
import { isVocabulary } from "../../../chat/command/vocabularies.js";
import type { Endpoint, Given } from "./endpoints.js";
import type { ErrorCode, ErrorDetails } from "./http-error.js";

/** Passes on what is logged, and remembers it: only what is not the person's fault is. */
export class Ear implements Log {
  #heard: "nothing" | "warning" | "error" = "nothing";

  constructor(private readonly log: Log) {}

  warn(details: object, message: string): void {
    this.#heard = "warning";
    this.log.warn(details, message);
  }

  error(details: object, message: string): void {
    this.#heard = "error";
    this.log.error(details, message);
  }

  /** Whose fault the error was that dispatch told. */
  get fault(): "person" | "dependency" | "bug" {
    return ({ nothing: "person", warning: "dependency", error: "bug" } as const)[this.#heard];
  }
}

export interface Fault {
  readonly statusCode: number;
  readonly error: ErrorDetails & { readonly code: ErrorCode };
}

export function faultOf(ear: Ear, services: Services, endpoint: Endpoint, given: Given): Fault {
  if (ear.fault === "bug") return { statusCode: 500, error: { code: "internal" } };
  if (ear.fault === "dependency") return { statusCode: 503, error: { code: "unavailable" } };
  const option = optionAtFault(services, endpoint, given);
  const parameters = [...endpoint.names.values(), "lang"];
  if (option === undefined) return { statusCode: 400, error: { code: "invalid_parameter", parameters } };
  const parameter = given.namedBy.get(option) ?? endpoint.names.get(option) ?? option;
  return { statusCode: 400, error: { code: codeOf(endpoint, given, option), parameter, parameters } };
}

function codeOf({ names }: Endpoint, { options }: Given, option: string): ErrorCode {
  if (!names.has(option)) return "unknown_parameter";
  // What is empty counts as not given.
  return (options[option] ?? "").trim() === "" ? "missing_parameter" : "invalid_parameter";
}

/**
 * The option that dispatch complained of, found by asking again what it asked: the schema first, then the
 * words that only `find` knows.
 */
function optionAtFault(
  { find, commands }: Services,
  { command }: Endpoint,
  { options }: Given,
): string | undefined {
  const values = coerce(command, options);
  const read = command.options.safeParse(values);
  if (!read.success) return invalidOption(command, values, read.error.issues).option;
  const wrong = describe(command).find(({ name, kind }) => {
    const value = read.data[name];
    if (typeof value !== "string") return false;
    if (isVocabulary(kind)) return find.term(kind, value).kind !== "found";
    return kind === "command" && commandNamed(commands, value) === undefined;
  });
  return wrong?.name;
}
