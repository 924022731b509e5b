/** Every rule about components refuses what it is there for. */
import { buttonRules } from "../../../../../standins/discord/rules/messages/buttons.js";
import { componentRules } from "../../../../../standins/discord/rules/messages/components.js";
import { componentsV2Rules } from "../../../../../standins/discord/rules/messages/components-v2.js";
import { menuRules } from "../../../../../standins/discord/rules/messages/menus.js";
import type { MessageSubject } from "../../../../../standins/discord/rules/messages/message.js";
import type { Json } from "../../../../../standins/discord/types.js";
import { describeRules, long, many } from "../testing/cases.js";

const of = (body: Json): MessageSubject => ({ body, base: ["data"], v2: false });
const v2 = (...components: unknown[]): MessageSubject => ({ body: { components }, base: [], v2: true });
const row = (...components: unknown[]) => ({ type: 1, components });
const rows = (...components: unknown[]) => of({ components: [row(...components)] });
const button = (more: Json = {}) => ({ type: 2, style: 1, label: "Ver", custom_id: "ver", ...more });
const link = (more: Json = {}) => ({ type: 2, style: 5, label: "Ver", url: "https://example.org", ...more });
const option = (more: Json = {}) => ({ label: "Alien", value: "alien", ...more });
const menu = (more: Json = {}) => ({ type: 3, custom_id: "menu", options: [option()], ...more });
const shown = (content = "texto") => ({ type: 10, content });
const thumbnail = (url: string) => ({ type: 11, media: { url } });
const section = (accessory: Json) => ({ type: 9, components: [shown()], accessory });
/** Where the first component of the first row stands. */
const AT = "data.components.0.components.0";

describeRules(
  "rules of messages: components",
  [...componentRules, ...buttonRules, ...menuRules, ...componentsV2Rules],
  {
    "a menu": rows(menu({ options: many(25, (index) => option({ value: `${index}` })), max_values: 25 })),
    "emoji of all kinds": rows(
      button({ emoji: { name: "⬅" } }),
      button({ custom_id: "b", emoji: { name: "▶️" }, label: undefined }),
      button({ custom_id: "c", emoji: { id: "123", name: "cine" } }),
    ),
    "components v2": v2(
      { type: 17, components: [shown(), { type: 14 }, row(button())] },
      {
        type: 9,
        components: [shown()],
        accessory: { type: 11, media: { url: "https://example.org/a.png" } },
      },
      { type: 12, items: [{ media: { url: "https://example.org/a.png" } }] },
    ),
    "a premium button": rows({ type: 2, style: 6, sku_id: "1" }),
  },
  [
    [
      "components: at most 5 rows",
      of({ components: many(6, () => row(button())) }),
      "data.components BASE_TYPE_BAD_LENGTH",
    ],
    ["components: at most 5 rows", of({ components: {} }), "data.components LIST_TYPE_CONVERT"],
    [
      "components: only rows at the top",
      of({ components: [button()] }),
      "data.components.0.type UNION_TYPE_CHOICES",
    ],
    ["row: only buttons and menus", rows(row(button())), `${AT}.type UNION_TYPE_CHOICES`],
    ["row: 1 to 5 components", rows(), "data.components.0.components BASE_TYPE_BAD_LENGTH"],
    [
      "row: 1 to 5 components",
      rows(...many(6, () => button())),
      "data.components.0.components BASE_TYPE_BAD_LENGTH",
    ],
    [
      "row: five buttons or one menu",
      rows(button(), menu()),
      "data.components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED",
    ],
    ["custom_id: 1 to 100", rows(button({ custom_id: long(101) })), `${AT}.custom_id BASE_TYPE_BAD_LENGTH`],
    ["custom_id: 1 to 100", rows(menu({ custom_id: "" })), `${AT}.custom_id BASE_TYPE_BAD_LENGTH`],
    ["custom_id: required", rows(button({ custom_id: null })), `${AT}.custom_id BASE_TYPE_REQUIRED`],
    [
      "custom_id: unique in the message",
      of({ components: [row(button()), row(button())] }),
      "data.components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED",
    ],
    ["button style: 1 to 6", rows(button({ style: 7 })), `${AT}.style NUMBER_TYPE_MAX`],
    ["button style: required", rows(button({ style: null })), `${AT}.style BASE_TYPE_REQUIRED`],
    ["button label: 80", rows(button({ label: long(81) })), `${AT}.label BASE_TYPE_MAX_LENGTH`],
    [
      "button: a label or an emoji",
      rows(button({ label: "" })),
      `${AT} BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED`,
    ],
    [
      "link button: an address and no custom_id",
      rows(link({ url: null })),
      `${AT}.url BUTTON_COMPONENT_URL_REQUIRED`,
    ],
    [
      "link button: an address and no custom_id",
      rows(link({ custom_id: "ver" })),
      `${AT}.custom_id BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE`,
    ],
    [
      "button: an address only on links",
      rows(button({ url: "https://example.org" })),
      `${AT}.url BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE`,
    ],
    [
      "link button address: 512",
      rows(link({ url: `https://example.org/${long(500)}` })),
      `${AT}.url BASE_TYPE_MAX_LENGTH`,
    ],
    [
      "link button address: http, https or discord",
      rows(link({ url: "javascript:alert(1)" })),
      `${AT}.url URL_TYPE_INVALID_SCHEME`,
    ],
    [
      "premium button: only its SKU",
      rows(button({ style: 6 })),
      `${AT}.label BUTTON_COMPONENT_PREMIUM_INVALID`,
    ],
    [
      "emoji: one that exists",
      rows(button({ emoji: { name: "cine" } })),
      `${AT}.emoji.name COMPONENT_INVALID_EMOJI`,
    ],
    [
      "emoji: one that exists",
      rows(menu({ options: [option({ emoji: { name: "x" } })] })),
      `${AT}.options.0.emoji.name COMPONENT_INVALID_EMOJI`,
    ],
    ["menu: options required", rows(menu({ options: null })), `${AT}.options BASE_TYPE_REQUIRED`],
    ["menu: 1 to 25 options", rows(menu({ options: [] })), `${AT}.options BASE_TYPE_BAD_LENGTH`],
    [
      "menu: 1 to 25 options",
      rows(menu({ options: many(26, () => option()) })),
      `${AT}.options BASE_TYPE_BAD_LENGTH`,
    ],
    [
      "menu option label: 1 to 100",
      rows(menu({ options: [option({ label: long(101) })] })),
      `${AT}.options.0.label BASE_TYPE_BAD_LENGTH`,
    ],
    [
      "menu option value: 1 to 100",
      rows(menu({ options: [option({ value: "" })] })),
      `${AT}.options.0.value BASE_TYPE_REQUIRED`,
    ],
    [
      "menu option description: 100",
      rows(menu({ options: [option({ description: long(101) })] })),
      `${AT}.options.0.description BASE_TYPE_MAX_LENGTH`,
    ],
    [
      "menu placeholder: 150",
      rows(menu({ placeholder: long(151) })),
      `${AT}.placeholder BASE_TYPE_MAX_LENGTH`,
    ],
    ["menu min_values: 0 to 25", rows(menu({ min_values: -1 })), `${AT}.min_values NUMBER_TYPE_MIN`],
    ["menu max_values: 1 to 25", rows(menu({ max_values: 0 })), `${AT}.max_values NUMBER_TYPE_MIN`],
    [
      "menu: option values differ",
      rows(menu({ options: [option(), option()] })),
      `${AT}.options.1 SELECT_COMPONENT_OPTION_VALUE_DUPLICATED`,
    ],
    [
      "menu: no more chosen than there are",
      rows(menu({ max_values: 2 })),
      `${AT}.max_values SELECT_COMPONENT_MAX_VALUES_TOO_LARGE`,
    ],
    [
      "menu: no more chosen than there are",
      rows(menu({ options: many(2, (index) => option({ value: `${index}`, default: true })) })),
      `${AT}.options SELECT_COMPONENT_TOO_MANY_DEFAULTS`,
    ],

    [
      "components v2: no content, embeds or poll beside them",
      { body: { content: "x", components: [shown()] }, base: [], v2: true },
      "content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ],
    ["components v2: only types that may stand there", v2(button()), "components.0.type UNION_TYPE_CHOICES"],
    [
      "components v2: only types that may stand there",
      v2({ type: 17, components: [{ type: 17, components: [shown()] }] }),
      "components.0.components.0.type UNION_TYPE_CHOICES",
    ],
    [
      "components v2: 40 in all",
      v2(...many(41, () => ({ type: 14 }))),
      "components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
    ],
    [
      "components v2: 4,000 characters of text in all",
      v2(shown(long(2_000)), shown(long(2_001))),
      "components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    ],
    ["text display: required", v2(shown(" ")), "components.0.content BASE_TYPE_REQUIRED"],
    [
      "section: 1 to 3 texts",
      v2({ type: 9, components: many(4, () => shown()) }),
      "components.0.components BASE_TYPE_BAD_LENGTH",
    ],
    [
      "section: an accessory",
      v2({ type: 9, components: [shown()] }),
      "components.0.accessory BASE_TYPE_REQUIRED",
    ],
    ["container: 1 to 40", v2({ type: 17, components: [] }), "components.0.components BASE_TYPE_BAD_LENGTH"],
    ["media gallery: 1 to 10", v2({ type: 12, items: [] }), "components.0.items BASE_TYPE_BAD_LENGTH"],
    [
      "media: an address",
      v2({ type: 12, items: [{ media: {} }] }),
      "components.0.items.0.media.url BASE_TYPE_REQUIRED",
    ],
    [
      "media: an address",
      v2({ type: 9, components: [shown()], accessory: { type: 11 } }),
      "components.0.accessory.media.url BASE_TYPE_REQUIRED",
    ],
    ["media: an address", v2({ type: 13, file: {} }), "components.0.file.url BASE_TYPE_REQUIRED"],
    [
      "media address: 2,048",
      v2(section(thumbnail(`https://example.org/${long(2_048)}`))),
      "components.0.accessory.media.url BASE_TYPE_MAX_LENGTH",
    ],
    [
      "media address: http, https or attachment",
      v2(section(thumbnail("ftp://example.org/x.png"))),
      "components.0.accessory.media.url URL_TYPE_INVALID_SCHEME",
    ],
    [
      "media address: http, https or attachment",
      v2({ type: 12, items: [{ media: { url: "x.png" } }] }),
      "components.0.items.0.media.url URL_TYPE_INVALID_URL",
    ],
    [
      "file: an attachment",
      v2({ type: 13, file: { url: "https://example.org/x.svg" } }),
      "components.0.file.url URL_TYPE_INVALID_SCHEME",
    ],
    [
      "media: attachments that are there",
      { ...v2({ type: 12, items: [{ media: { url: "attachment://a.png" } }] }), attachments: ["b.png"] },
      "components.0.items.0.media.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
    ],
    [
      "media description: 1 to 1,024",
      v2(section({ ...thumbnail("https://example.org/x.png"), description: "" })),
      "components.0.accessory.description BASE_TYPE_BAD_LENGTH",
    ],
    [
      "media description: 1 to 1,024",
      v2({ type: 12, items: [{ media: { url: "https://x.org" }, description: long(1_025) }] }),
      "components.0.items.0.description BASE_TYPE_BAD_LENGTH",
    ],
    [
      "container accent_color: 0 to 16777215",
      v2({ type: 17, accent_color: 0x1_00_00_00, components: [shown()] }),
      "components.0.accent_color NUMBER_TYPE_MAX",
    ],
  ],
);
