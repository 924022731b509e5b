/** Every rule about commands, their translations and lists of them refuses what it is there for. */

import { commandsRules, ownRules } from "../../../../../standins/discord/rules/commands/commands.js";
import { localizationRules } from "../../../../../standins/discord/rules/commands/localizations.js";
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
  "rules of commands",
  [...ownRules, ...localizationRules],
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
    ["command type: 1 to 4", of({ type: 5 }), "type BASE_TYPE_CHOICES"],
    ["command name: 1 to 32", of({ name: long(33) }), "name BASE_TYPE_BAD_LENGTH"],
    ["command name: 1 to 32", of({ name: undefined }), "name BASE_TYPE_REQUIRED"],
    [
      "command name: small letters, digits, - _ '",
      of({ name: "Película" }),
      "name APPLICATION_COMMAND_INVALID_NAME",
    ],
    [
      "command name: small letters, digits, - _ '",
      of({ name: "a b" }),
      "name APPLICATION_COMMAND_INVALID_NAME",
    ],
    ["command description: 1 to 100", of({ description: long(101) }), "description BASE_TYPE_BAD_LENGTH"],
    ["command description: 1 to 100", of({ description: "" }), "description BASE_TYPE_REQUIRED"],
    [
      "command description: none on context menus",
      of({ type: 2 }),
      "description APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION",
    ],
    [
      "command options: none on context menus",
      of({ type: 2, options: [option()] }),
      "options APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS",
    ],
    [
      "command default_member_permissions: a bit field",
      of({ default_member_permissions: "ADMIN" }),
      "default_member_permissions NUMBER_TYPE_COERCE",
    ],
    ["command contexts: different ones that exist", of({ contexts: [3] }), "contexts.0 BASE_TYPE_CHOICES"],
    ["command contexts: different ones that exist", of({ contexts: [] }), "contexts BASE_TYPE_BAD_LENGTH"],
    [
      "command integration_types: different ones that exist",
      of({ integration_types: [1, 1] }),
      "integration_types.1 SET_TYPE_ALREADY_CONTAINS_VALUE",
    ],
    [
      "command: 8,000 characters in all",
      options(
        ...many(4, (index) =>
          option({ name: `o${index}`, choices: many(25, (n) => choice({ name: `${n}`, value: long(90) })) }),
        ),
      ),
      " APPLICATION_COMMAND_TOO_LARGE",
    ],
    [
      "command: 8,000 characters in all",
      options(
        ...many(25, (index) =>
          option({
            name: `o${index}`,
            choices: many(4, (n) => choice({ name: `${n}`, name_localizations: { "es-ES": long(80) } })),
          }),
        ),
      ),
      " APPLICATION_COMMAND_TOO_LARGE",
    ],

    [
      "localizations: languages that Discord has",
      of({ name_localizations: { es: "cine" } }),
      "name_localizations.es BASE_TYPE_CHOICES",
    ],
    [
      "translated names: 1 to 32",
      of({ name_localizations: { "es-ES": long(33) } }),
      "name_localizations.es-ES BASE_TYPE_BAD_LENGTH",
    ],
    [
      "translated choices: 1 to 100",
      options(option({ choices: [choice({ name_localizations: { "es-ES": "" } })] })),
      "options.0.choices.0.name_localizations.es-ES BASE_TYPE_REQUIRED",
    ],
    [
      "translated descriptions: 1 to 100",
      of({ description_localizations: { "es-419": long(101) } }),
      "description_localizations.es-419 BASE_TYPE_BAD_LENGTH",
    ],
    [
      "translated names: small letters, digits, - _ '",
      options(option({ name_localizations: { "es-ES": "Título" } })),
      "options.0.name_localizations.es-ES APPLICATION_COMMAND_INVALID_NAME",
    ],
  ],
);

describeRules(
  "rules of lists of commands",
  commandsRules,
  {
    none: [],
    one: [of().command],
    "the same name in another kind": [of().command, { type: 3, name: "pelicula" }],
  },
  [
    [
      "commands: at most 130",
      many(131, (index) => of({ name: `c${index}` }).command),
      " BASE_TYPE_MAX_LENGTH",
    ],
    ["commands: each an object", ["pelicula"], "0 MODEL_TYPE_CONVERT"],
    ["commands: names differ", [of().command, of().command], "1.name APPLICATION_COMMANDS_DUPLICATE_NAME"],
    [
      "commands: each by the rules of commands",
      [of().command, { name: "A" }],
      "1.name APPLICATION_COMMAND_INVALID_NAME",
    ],
  ],
);
