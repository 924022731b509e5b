/** Every rule about the options of commands refuses what it is there for. */

import { commandOptionRules } from "../../../../../standins/discord/rules/commands/options.js";
import type { CommandSubject } from "../../../../../standins/discord/rules/commands/parts.js";
import type { Json } from "../../../../../standins/discord/types.js";
import { describeRules, long, many } from "../testing/cases.js";

const of = (more: Json = {}): CommandSubject => ({
  command: { name: "pelicula", description: "Una película", ...more },
  base: [],
});
const option = (more: Json = {}) => ({ type: 3, name: "titulo", description: "Su título", ...more });
const options = (...all: unknown[]) => of({ options: all });
const choice = (more: Json = {}) => ({ name: "Alien", value: "alien", ...more });
const subcommand = (more: Json = {}) => option({ type: 1, name: "crear", ...more });

describeRules(
  "rules of options",
  commandOptionRules,
  {
    "the least": of(),
    "letters of all kinds": of({
      name: "película-ñ_1'ठि",
      name_localizations: { "es-ES": "cine", "es-419": "peli" },
    }),
    "a context menu": of({ type: 3, name: "Buscar Película", description: "" }),
    "all at their limits": of({
      name: long(32),
      description: long(100),
      contexts: [0, 1, 2],
      integration_types: [0, 1],
      default_member_permissions: "32",
      options: many(25, (index) =>
        option({ name: `o${index}`, required: index < 3, autocomplete: true, max_length: 200 }),
      ),
    }),
    "groups and subcommands": options(
      option({
        type: 2,
        name: "lista",
        options: [subcommand({ options: [option({ choices: [choice()] })] })],
      }),
      subcommand(),
    ),
    numbers: options(
      option({ type: 4, min_value: 1_888, max_value: 2_100 }),
      option({ type: 10, name: "nota", min_value: 0.5 }),
    ),
  },
  [
    [
      "options: at most 25",
      options(...many(26, (index) => option({ name: `o${index}` }))),
      "options BASE_TYPE_MAX_LENGTH",
    ],
    [
      "options: at most 25",
      options(subcommand({ options: many(26, (index) => option({ name: `o${index}` })) })),
      "options.0.options BASE_TYPE_MAX_LENGTH",
    ],
    ["option type: 1 to 11", options(option({ type: 12 })), "options.0.type BASE_TYPE_CHOICES"],
    [
      "option name: small letters, digits, - _ '",
      options(option({ name: "El título" })),
      "options.0.name APPLICATION_COMMAND_INVALID_NAME",
    ],
    [
      "option name: small letters, digits, - _ '",
      options(option({ name: null })),
      "options.0.name BASE_TYPE_REQUIRED",
    ],
    [
      "option description: 1 to 100",
      options(option({ description: long(101) })),
      "options.0.description BASE_TYPE_BAD_LENGTH",
    ],
    [
      "options: names differ",
      options(option(), option()),
      "options.1.name APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
    ],
    [
      "options: required ones first",
      options(option(), option({ name: "otra", required: true })),
      "options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
    ],
    [
      "subcommands: not beside other options",
      options(subcommand(), option()),
      "options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
    ],
    [
      "subcommands: at most in a group of the command",
      options(subcommand({ options: [subcommand()] })),
      "options.0.options.0.type APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
    ],
    [
      "subcommands: at most in a group of the command",
      options(option({ type: 2, options: [option()] })),
      "options.0.options.0.type APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
    ],
    ["subcommand group: not empty", options(option({ type: 2 })), "options.0.options BASE_TYPE_REQUIRED"],

    [
      "choices: at most 25",
      options(option({ choices: many(26, () => choice()) })),
      "options.0.choices BASE_TYPE_MAX_LENGTH",
    ],
    [
      "choice name: 1 to 100",
      options(option({ choices: [choice({ name: long(101) })] })),
      "options.0.choices.0.name BASE_TYPE_BAD_LENGTH",
    ],
    [
      "choice value: of the option's type",
      options(option({ choices: [choice({ value: 7 })] })),
      "options.0.choices.0.value STRING_TYPE_CONVERT",
    ],
    [
      "choice value: of the option's type",
      options(option({ type: 4, choices: [choice({ value: 1.5 })] })),
      "options.0.choices.0.value NUMBER_TYPE_COERCE",
    ],
    [
      "choice value: at most 100",
      options(option({ choices: [choice({ value: long(101) })] })),
      "options.0.choices.0.value BASE_TYPE_MAX_LENGTH",
    ],
    [
      "choices: names differ",
      options(option({ choices: [choice(), choice()] })),
      "options.0.choices.1.name APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS",
    ],
    [
      "autocomplete: not beside choices",
      options(option({ autocomplete: true, choices: [choice()] })),
      "options.0.autocomplete APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_EXCLUSIVE",
    ],
    [
      "option members: only where they mean something",
      options(option({ type: 5, autocomplete: true })),
      "options.0.autocomplete APPLICATION_COMMAND_OPTIONS_MEMBER_INVALID",
    ],
    [
      "option lengths: 0 to 6,000, in order",
      options(option({ max_length: 6_001 })),
      "options.0.max_length NUMBER_TYPE_MAX",
    ],
    [
      "option lengths: 0 to 6,000, in order",
      options(option({ min_length: 9, max_length: 8 })),
      "options.0.max_length NUMBER_TYPE_MAX",
    ],
    [
      "option bounds: numbers, in order",
      options(option({ type: 4, min_value: 0.5 })),
      "options.0.min_value NUMBER_TYPE_COERCE",
    ],
    [
      "option bounds: numbers, in order",
      options(option({ type: 4, min_value: 9, max_value: 8 })),
      "options.0.min_value NUMBER_TYPE_MAX",
    ],
  ],
);
