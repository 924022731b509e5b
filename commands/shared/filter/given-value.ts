/** A value of an option, or one of several in a list: where it stands, and the question with another in its place. */
import type { Choice, OptionValue, OptionValues } from "../../../src/chat/answer/schema.js";
import type { Context } from "../../../src/chat/contract.js";
import { UserError } from "../../../src/chat/errors/errors.js";
import type { Words } from "../../../src/words.js";

export interface GivenValue {
  readonly option: string;
  readonly text: string;
  /** Its place in a list. */
  readonly at?: number;
}

/** The values that an option was given, none where it was not. */
export function givenValues(option: string, value: OptionValue | undefined): GivenValue[] {
  if (value === undefined) return [];
  return Array.isArray(value)
    ? value.map((text, at) => ({ option, text: String(text), at }))
    : [{ option, text: String(value) }];
}

/** The options of what is asked, with another value in the place of one. */
export function withValue({ asked }: Pick<Context, "asked">, given: GivenValue, value: string): OptionValues {
  const before = asked.options[given.option];
  const after = Array.isArray(before) ? before.map((one, at) => (at === given.at ? value : one)) : value;
  return { ...asked.options, [given.option]: after };
}

/** What may have been meant by a value, offered in its place. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

/** The error of a value that is none of its kind. */
export function unknownValue(
  context: Context,
  given: GivenValue,
  words: Words,
  suggestions: readonly Suggestion[],
): UserError {
  const choices = suggestions.map(
    ({ label, value }): Choice => ({
      label,
      command: context.asked.command,
      options: withValue(context, given, value),
    }),
  );
  return new UserError("invalid_parameter", words, { option: given.option, suggestions: choices });
}
