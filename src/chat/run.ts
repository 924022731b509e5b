/** One question of a command in, one outcome out, whatever happens on the way. */
import type { Reply } from "./answer/reply.js";
import type { Asked, Asking } from "./asking.js";
import { refuseUnlessAllowed } from "./command/access.js";
import { coerce, coerceAll, plainValues } from "./command/coerce.js";
import { InvalidOptions } from "./command/command.js";
import { invalidOption } from "./command/invalid-option.js";
import type { ActionHandler, Bot, Command, Context } from "./contract.js";
import { UserError } from "./errors/errors.js";
import { remember } from "./last-answer.js";
import { failed, type Outcome } from "./outcome.js";
import { refuseWhereOff, settingsAt } from "./place-settings.js";

/**
 * Checks the options against the command's schema and runs it. Never rejects: what goes wrong is an outcome with
 * status "error", and what the reader must not see is only logged.
 */
export function run(
  bot: Bot,
  command: Command,
  rawOptions: Readonly<Record<string, unknown>>,
  asking: Asking,
): Promise<Outcome> {
  const options = coerce(command, rawOptions);
  const asked = { command: command.name, options: plainValues(options) };
  return counted(bot, asking, { asked, cacheable: command.cacheable }, async () => {
    refuseUnlessAllowed(command.access, asking.asker, bot.program);
    refuseWhereOff(bot, command, asking);
    if (asking.effect === "read" && command.effect === "write") throw readOnly();
    return command.run(contextOf(bot, asking, asked), options).catch((error: unknown) => {
      throw error instanceof InvalidOptions ? invalidOption(command, options, error.issues) : error;
    });
  });
}

/**
 * Runs what a pressed button stands for. Never rejects.
 * @param under the question whose answer the button stood under, where that is known
 */
export function act(
  bot: Bot,
  action: ActionHandler,
  state: Readonly<Record<string, unknown>>,
  asking: Asking,
  under?: Asked,
): Promise<Outcome> {
  const asked = under ?? { command: action.name, options: plainValues(state) };
  return counted(bot, asking, { asked, cacheable: false }, async () => {
    refuseUnlessAllowed(action.access, asking.asker, bot.program);
    return action.run(contextOf(bot, asking, asked), coerceAll(state)).catch((error: unknown) => {
      throw error instanceof InvalidOptions ? unknownAction() : error;
    });
  });
}

/** The error of a button that is another version's, or nobody's. */
export function unknownAction(): UserError {
  return new UserError("unknown_action", {
    es: "Ese botón ya no vale. Pregunta otra vez.",
    en: "That button no longer works. Ask again.",
  });
}

/** The error of a question that changes something, asked where nothing may be changed. */
function readOnly(): UserError {
  return new UserError("read_only", {
    es: "Eso cambia algo, y por aquí solo se puede preguntar.",
    en: "That changes something, and here one can only ask.",
  });
}

/** With what may be missing, so that none is forgotten where it is written out. */
type WholeContext = { readonly [Name in keyof Required<Context>]: Context[Name] };

/** Written out: putting objects together by spreading takes ten times as long. */
function contextOf({ edition, program, ports }: Bot, asking: Asking, asked: Asked): WholeContext {
  return {
    catalog: edition.catalog,
    find: edition.find,
    fullText: edition.fullText,
    recommender: edition.recommender,
    commands: program.commands,
    operatorCommands: program.operatorCommands,
    actions: program.actions,
    operatorSettings: program.settings,
    settings: settingsAt({ program, ports }, asking.place),
    operators: program.operators,
    understand: program.understand,
    filmPoster: program.filmPoster,
    locale: asking.locale,
    clientLocale: asking.clientLocale,
    now: asking.now,
    asker: asking.asker,
    place: asking.place,
    ageRestricted: asking.ageRestricted,
    key: asking.key,
    people: asking.people,
    file: asking.file,
    effect: asking.effect,
    tentative: asking.tentative,
    aspect: asking.aspect,
    ports,
    asked,
  };
}

interface Question {
  readonly asked: Asked;
  readonly cacheable: boolean;
}

/** A question as it is asked, not as it is answered better later. */
async function counted(...question: Parameters<typeof settled>): Promise<Outcome> {
  const [{ ports }] = question;
  const outcome = await settled(...question);
  ports.answered?.(outcome);
  return outcome;
}

async function settled(
  bot: Bot,
  asking: Asking,
  question: Question,
  run: () => Promise<Reply>,
): Promise<Outcome> {
  const { asked, cacheable } = question;
  let outcome: Outcome;
  try {
    const { status, result, answer, aside, onShown, later, cacheable: isKept = true } = await run();
    outcome = { command: asked.command, asked, status, result, answer, cacheable: cacheable && isKept };
    if (aside) outcome = { ...outcome, aside };
    if (onShown) outcome = { ...outcome, onShown };
    if (later) outcome = { ...outcome, later: () => settled(bot, asking, question, later) };
  } catch (error) {
    outcome = { ...failed(error, asked.command, asking, bot), asked };
  }
  remember(bot, asking, outcome);
  return outcome;
}
