/** What a button does that is not a question of a command: declared like one, and found by its name. */
import type { z } from "zod";
import type { Reply } from "../answer/reply.js";
import type { Action } from "../answer/schema.js";
import type { Access, ActionHandler, Context } from "../contract.js";
import { checkedOptions } from "./command.js";

export interface ActionSpec<State extends z.ZodObject> {
  /** ASCII, lower case; short, since buttons have little room. */
  readonly name: string;
  /** "anyone" unless said. */
  readonly access?: Access;
  /** Whether what it shows or does depends on whether whoever presses moderates; false unless said. */
  readonly usesRights?: boolean;
  /** A strict object. What arrives is text or numbers: whoever presses may have made it up. */
  readonly state: State;
  /** The reply takes the place of the answer that the button stood under, unless it is a shared one that replies. */
  run(context: Context, state: z.output<State>): Reply | Promise<Reply>;
}

/** A handler with the way to make its buttons. */
export interface DefinedAction<State extends z.ZodObject> extends ActionHandler {
  button(label: string, state: z.input<State> & Action["state"], active?: boolean): Action;
  /** A button that anybody may press: for all (`update`), or each for themselves (`reply`). */
  sharedButton(
    label: string,
    state: z.input<State> & Action["state"],
    shared: NonNullable<Action["shared"]>,
  ): Action;
}

export function defineAction<State extends z.ZodObject>({
  name,
  access = "anyone",
  usesRights = false,
  state: schema,
  run,
}: ActionSpec<State>): DefinedAction<State> {
  return {
    name,
    access,
    usesRights,
    async run(context, state) {
      return run(context, checkedOptions(schema, state));
    },
    button: (label, state, active) => ({
      label,
      action: name,
      state,
      ...(active === undefined ? {} : { active }),
    }),
    sharedButton: (label, state, shared) => ({ label, action: name, state, shared }),
  };
}
