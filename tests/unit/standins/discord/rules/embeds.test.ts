/** Every rule about texts, embeds, mentions and polls refuses what it is there for. */
import { embedRules } from "../../../../../standins/discord/rules/messages/embeds.js";
import {
  contentRules,
  type MessageSubject,
  mentionRules,
  pollRules,
} from "../../../../../standins/discord/rules/messages/message.js";
import type { Json } from "../../../../../standins/discord/types.js";
import { describeRules, long, many } from "../testing/cases.js";

const of = (body: Json): MessageSubject => ({ body, base: ["data"], v2: false });
const embed = (...embeds: unknown[]) => of({ embeds });
const row = (...components: unknown[]) => ({ type: 1, components });
const button = (more: Json = {}) => ({ type: 2, style: 1, label: "Ver", custom_id: "ver", ...more });
const poll = (more: Json = {}) =>
  of({
    poll: {
      question: { text: "¿Cuál?" },
      answers: [{ poll_media: { text: "Alien" } }],
      duration: 24,
      ...more,
    },
  });
const mentions = (allowed_mentions: unknown) => of({ content: "hola", allowed_mentions });

describeRules(
  "rules of messages: text, embeds, mentions, polls",
  [...contentRules, ...embedRules, ...mentionRules, ...pollRules],
  {
    "the least": of({ content: "x" }),
    "all at their limits": of({
      content: long(2_000),
      flags: 64,
      allowed_mentions: { parse: [], users: ["1"], roles: [], replied_user: false },
      embeds: [
        {
          title: long(256),
          url: "https://example.org",
          description: long(3_000),
          color: 0xff_ff_ff,
          timestamp: "2024-02-29T10:00:00.000Z",
          author: { name: long(256) },
          footer: { text: long(188) },
          image: { url: "attachment://cartel.png" },
          fields: many(25, () => ({ name: long(46), value: long(46) })),
        },
      ],
      components: many(5, (line) =>
        row(...many(5, (place) => button({ custom_id: `${line}${place}${long(98)}`, label: long(80) }))),
      ),
    }),
    "astral characters count once": embed({ title: "🎬".repeat(256) }),
    "a poll": poll(),
  },
  [
    ["content: 2,000", of({ content: long(2_001) }), "data.content BASE_TYPE_MAX_LENGTH"],
    ["content: 2,000", of({ content: 7 }), "data.content STRING_TYPE_CONVERT"],
    ["flags: a whole number", of({ flags: "64" }), "data.flags NUMBER_TYPE_COERCE"],

    ["embeds: at most 10", embed(...many(11, () => ({ title: "x" }))), "data.embeds BASE_TYPE_MAX_LENGTH"],
    ["embeds: at most 10", of({ embeds: {} }), "data.embeds LIST_TYPE_CONVERT"],
    ["embeds: each an object", embed("x"), "data.embeds.0 MODEL_TYPE_CONVERT"],
    ["embed title: 256", embed({}, { title: long(257) }), "data.embeds.1.title BASE_TYPE_MAX_LENGTH"],
    ["embed title: 256", embed({ title: "🎬".repeat(257) }), "data.embeds.0.title BASE_TYPE_MAX_LENGTH"],
    [
      "embed description: 4,096",
      embed({ description: long(4_097) }),
      "data.embeds.0.description BASE_TYPE_MAX_LENGTH",
    ],
    [
      "embed author: 256",
      embed({ author: { name: long(257) } }),
      "data.embeds.0.author.name BASE_TYPE_MAX_LENGTH",
    ],
    ["embed author: 256", embed({ author: {} }), "data.embeds.0.author.name BASE_TYPE_REQUIRED"],
    [
      "embed footer: 2,048",
      embed({ footer: { text: long(2_049) } }),
      "data.embeds.0.footer.text BASE_TYPE_MAX_LENGTH",
    ],
    [
      "embed fields: at most 25",
      embed({ fields: many(26, () => ({})) }),
      "data.embeds.0.fields BASE_TYPE_MAX_LENGTH",
    ],
    [
      "embed field name: 256",
      embed({ fields: [{ name: long(257) }] }),
      "data.embeds.0.fields.0.name BASE_TYPE_MAX_LENGTH",
    ],
    [
      "embed field name: 256",
      embed({ fields: [{ name: "  " }] }),
      "data.embeds.0.fields.0.name BASE_TYPE_REQUIRED",
    ],
    [
      "embed field value: 1,024",
      embed({ fields: [{ value: long(1_025) }] }),
      "data.embeds.0.fields.0.value BASE_TYPE_MAX_LENGTH",
    ],
    [
      "embed field value: 1,024",
      embed({ fields: [{ value: "" }] }),
      "data.embeds.0.fields.0.value BASE_TYPE_REQUIRED",
    ],
    ["embed colour: 24 bits", embed({ color: 0x1_00_00_00 }), "data.embeds.0.color NUMBER_TYPE_MAX"],
    ["embed colour: 24 bits", embed({ color: -1 }), "data.embeds.0.color NUMBER_TYPE_MIN"],
    ["embed colour: 24 bits", embed({ color: "rojo" }), "data.embeds.0.color NUMBER_TYPE_COERCE"],
    [
      "embed addresses: 2,048",
      embed({ url: `https://example.org/${long(2_048)}` }),
      "data.embeds.0.url BASE_TYPE_MAX_LENGTH",
    ],
    [
      "embed link: http or https",
      embed({ url: "ftp://example.org" }),
      "data.embeds.0.url URL_TYPE_INVALID_SCHEME",
    ],
    ["embed link: http or https", embed({ url: "cartel" }), "data.embeds.0.url URL_TYPE_INVALID_URL"],
    [
      "embed picture: http, https or attachment",
      embed({ image: { url: "/cartel.png" } }),
      "data.embeds.0.image.url URL_TYPE_INVALID_URL",
    ],
    [
      "embed timestamp: ISO 8601",
      embed({ timestamp: "ayer" }),
      "data.embeds.0.timestamp DATE_TIME_TYPE_PARSE",
    ],
    [
      "embeds: 6,000 in all",
      embed({ description: long(4_000) }, { footer: { text: long(2_001) } }),
      "data.embeds MAX_EMBED_SIZE_EXCEEDED",
    ],

    ["allowed_mentions: an object", mentions([]), "data.allowed_mentions MODEL_TYPE_CONVERT"],
    [
      "allowed_mentions: kinds that exist",
      mentions({ parse: ["here"] }),
      "data.allowed_mentions.parse.0 BASE_TYPE_CHOICES",
    ],
    [
      "allowed_mentions: ids that are ids",
      mentions({ users: ["yo"] }),
      "data.allowed_mentions.users.0 NUMBER_TYPE_COERCE",
    ],
    [
      "allowed_mentions: at most 100 of each",
      mentions({ roles: many(101, String) }),
      "data.allowed_mentions.roles BASE_TYPE_MAX_LENGTH",
    ],
    [
      "allowed_mentions: a kind or its ids, not both",
      mentions({ parse: ["users"], users: ["1"] }),
      "data.allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    ],

    [
      "poll question: 1 to 300",
      poll({ question: { text: long(301) } }),
      "data.poll.question.text BASE_TYPE_BAD_LENGTH",
    ],
    [
      "poll: 1 to 10 answers",
      poll({ answers: many(11, () => ({})) }),
      "data.poll.answers BASE_TYPE_BAD_LENGTH",
    ],
    [
      "poll answer: 55",
      poll({ answers: [{ poll_media: { text: long(56) } }] }),
      "data.poll.answers.0.poll_media.text BASE_TYPE_MAX_LENGTH",
    ],
    ["poll duration: at most 768 hours", poll({ duration: 769 }), "data.poll.duration NUMBER_TYPE_MAX"],
  ],
);
