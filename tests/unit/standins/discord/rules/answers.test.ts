/** Every rule about autocompletes and modals refuses what it is there for. */
import {
  type AutocompleteSubject,
  autocompleteRules,
} from "../../../../../standins/discord/rules/autocomplete.js";
import { modalRules } from "../../../../../standins/discord/rules/modal.js";
import type { Json } from "../../../../../standins/discord/types.js";
import { describeRules, long, many } from "../testing/cases.js";

const choice = (more: Json = {}) => ({ name: "Alien", value: "alien", ...more });
const typed = (choices: unknown, optionType = 3): AutocompleteSubject => ({ data: { choices }, optionType });

describeRules(
  "rules of autocompletes",
  autocompleteRules,
  {
    none: typed([]),
    "all at their limits": typed(many(25, () => ({ name: long(100), value: long(100) }))),
    numbers: typed([{ name: "1979", value: 1_979 }], 4),
  },
  [
    [
      "autocomplete: at most 25 choices",
      typed(many(26, () => choice())),
      "data.choices BASE_TYPE_MAX_LENGTH",
    ],
    [
      "autocomplete name: 1 to 100",
      typed([choice({ name: long(101) })]),
      "data.choices.0.name BASE_TYPE_BAD_LENGTH",
    ],
    ["autocomplete name: 1 to 100", typed([choice({ name: "" })]), "data.choices.0.name BASE_TYPE_REQUIRED"],
    [
      "autocomplete name: localizations 1 to 100",
      typed([choice({ name_localizations: { "es-ES": "" } })]),
      "data.choices.0.name_localizations.es-ES BASE_TYPE_BAD_LENGTH",
    ],
    [
      "autocomplete value: of the option's type",
      typed([choice({ value: 7 })]),
      "data.choices.0.value STRING_TYPE_CONVERT",
    ],
    [
      "autocomplete value: of the option's type",
      typed([choice()], 4),
      "data.choices.0.value NUMBER_TYPE_COERCE",
    ],
    [
      "autocomplete value: of the option's type",
      typed([choice()], 10),
      "data.choices.0.value NUMBER_TYPE_COERCE",
    ],
    [
      "autocomplete value: of the option's type",
      typed([{ name: "x" }]),
      "data.choices.0.value BASE_TYPE_REQUIRED",
    ],
    [
      "autocomplete value: at most 100",
      typed([choice({ value: long(101) })]),
      "data.choices.0.value BASE_TYPE_MAX_LENGTH",
    ],
  ],
);

const input = (more: Json = {}) => ({ type: 4, custom_id: "texto", style: 1, label: "Texto", ...more });
const inRow = (...components: unknown[]) => ({ type: 1, components });
const modal = (more: Json = {}) => ({
  custom_id: "m",
  title: "Opinión",
  components: [inRow(input())],
  ...more,
});
const inputs = (more: Json) => modal({ components: [inRow(input(more))] });
const labelled = (more: Json = {}) =>
  modal({ components: [{ type: 18, label: "Texto", component: input({ label: undefined }), ...more }] });
const AT = "data.components.0.components.0";

describeRules(
  "rules of modals",
  modalRules,
  {
    "the least": modal(),
    "a label": labelled(),
    "all at their limits": modal({
      title: long(45),
      components: many(5, (index) =>
        inRow(
          input({ custom_id: `${index}${long(99)}`, label: long(45), value: long(4_000), max_length: 4_000 }),
        ),
      ),
    }),
  },
  [
    ["modal custom_id: 1 to 100", modal({ custom_id: long(101) }), "data.custom_id BASE_TYPE_BAD_LENGTH"],
    ["modal title: 1 to 45", modal({ title: long(46) }), "data.title BASE_TYPE_BAD_LENGTH"],
    ["modal: 1 to 5 components", modal({ components: [] }), "data.components BASE_TYPE_BAD_LENGTH"],
    [
      "modal: 1 to 5 components",
      modal({ components: many(6, () => inRow(input())) }),
      "data.components BASE_TYPE_BAD_LENGTH",
    ],
    [
      "modal: rows, labels and texts at the top",
      modal({ components: [input()] }),
      "data.components.0.type UNION_TYPE_CHOICES",
    ],
    [
      "modal row: one text input",
      modal({ components: [inRow(input(), input())] }),
      "data.components.0.components BASE_TYPE_BAD_LENGTH",
    ],
    [
      "modal row: nothing but text inputs",
      modal({ components: [inRow({ type: 2, style: 1 })] }),
      `${AT}.type UNION_TYPE_CHOICES`,
    ],
    ["modal label: 1 to 45", labelled({ label: long(46) }), "data.components.0.label BASE_TYPE_BAD_LENGTH"],
    [
      "modal label description: 1 to 100",
      labelled({ description: long(101) }),
      "data.components.0.description BASE_TYPE_BAD_LENGTH",
    ],
    [
      "text input custom_id: 1 to 100",
      inputs({ custom_id: long(101) }),
      `${AT}.custom_id BASE_TYPE_BAD_LENGTH`,
    ],
    ["text input label in a row: 1 to 45", inputs({ label: long(46) }), `${AT}.label BASE_TYPE_BAD_LENGTH`],
    ["text input style: 1 or 2", inputs({ style: 3 }), `${AT}.style NUMBER_TYPE_MAX`],
    ["text input style: required", inputs({ style: undefined }), `${AT}.style BASE_TYPE_REQUIRED`],
    ["text input min_length: 0 to 4,000", inputs({ min_length: -1 }), `${AT}.min_length NUMBER_TYPE_MIN`],
    ["text input max_length: 1 to 4,000", inputs({ max_length: 4_001 }), `${AT}.max_length NUMBER_TYPE_MAX`],
    ["text input value: 4,000", inputs({ value: long(4_001) }), `${AT}.value BASE_TYPE_MAX_LENGTH`],
    [
      "text input placeholder: 100",
      inputs({ placeholder: long(101) }),
      `${AT}.placeholder BASE_TYPE_MAX_LENGTH`,
    ],
    [
      "modal: ids differ",
      modal({ components: [inRow(input()), inRow(input())] }),
      "data.components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED",
    ],
  ],
);
