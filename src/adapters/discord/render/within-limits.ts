/** An outcome as a message that Discord takes. */
import type { Asking } from "../../../chat/asking.js";
import type { Bot } from "../../../chat/contract.js";
import { failed, type Outcome } from "../../../chat/outcome.js";
import type { Rendered } from "../protocol.js";
import { breachesOf } from "./limits.js";
import type { CommandIds } from "./mentions.js";
import { type RenderOptions, render } from "./message.js";

interface Surroundings {
  readonly bot: Bot;
  readonly asking: Asking;
  readonly commandIds: CommandIds;
}

type Form = Omit<RenderOptions, "program" | "shortKeys" | "locale" | "commandIds">;

/** A message within every limit: one that breaks a rule is a bug, told by its id like any other. Never throws. */
export function withinLimits(
  outcome: Pick<Outcome, "answer" | "command">,
  { bot, asking, commandIds }: Surroundings,
  form: Form,
): Rendered {
  const { program, ports } = bot;
  const options = { ...form, program, shortKeys: ports.shortKeys, locale: asking.locale, commandIds };
  try {
    const rendered = render(outcome.answer, options);
    const [breach] = breachesOf(rendered.message);
    if (!breach) return rendered;
    const { rule, at, length } = breach;
    throw new Error(`/${outcome.command}: ${rule} at ${at}, ${length} characters`);
  } catch (error) {
    const { answer: told } = failed(error, outcome.command, asking, bot);
    return render(told, { ...options, ephemeral: true });
  }
}
