/** Every rule about events of a server's calendar refuses what it is there for; and so does the stand-in as a whole. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type StandIn, startDiscord } from "../../../../../standins/discord/index.js";
import {
  type EventSubject,
  scheduledEventRules,
} from "../../../../../standins/discord/rules/scheduled-events.js";
import type { Json } from "../../../../../standins/discord/types.js";
import { request } from "../testing/bot.js";
import { describeRules, long } from "../testing/cases.js";

const NOW = Date.UTC(2026, 5, 1);
const at = (hours: number) => new Date(NOW + hours * 3_600_000).toISOString();
const event = (more: Json = {}): Json => ({
  name: "Noche de cine",
  description: "Se vota",
  scheduled_start_time: at(24),
  scheduled_end_time: at(26),
  entity_type: 3,
  privacy_level: 2,
  entity_metadata: { location: "En este servidor" },
  ...more,
});
const of = (more: Json = {}): EventSubject => ({ body: event(more), now: NOW });
const edited = (before: Json, more: Json): EventSubject => ({
  body: event({ ...before, ...more }),
  before: event(before),
  now: NOW,
});

describeRules(
  "rules of scheduled events",
  scheduledEventRules,
  {
    "the least": of({ description: undefined }),
    "all at their limits": of({
      name: long(100),
      description: long(1_000),
      entity_metadata: { location: long(100) },
    }),
    "one that is called off": edited({ status: 1 }, { status: 4 }),
    "one that has begun, and goes on longer": edited(
      { status: 2, scheduled_start_time: at(-1) },
      { scheduled_end_time: at(3) },
    ),
  },
  [
    ["event name: 1 to 100", of({ name: "" }), "name BASE_TYPE_REQUIRED"],
    ["event name: 1 to 100", of({ name: long(101) }), "name BASE_TYPE_BAD_LENGTH"],
    ["event description: 1 to 1,000", of({ description: long(1_001) }), "description BASE_TYPE_BAD_LENGTH"],
    [
      "event location: 1 to 100",
      of({ entity_metadata: undefined }),
      "entity_metadata.location BASE_TYPE_REQUIRED",
    ],
    [
      "event location: 1 to 100",
      of({ entity_metadata: { location: long(101) } }),
      "entity_metadata.location BASE_TYPE_BAD_LENGTH",
    ],
    ["event privacy level: for the server alone", of({ privacy_level: 1 }), "privacy_level NUMBER_TYPE_MIN"],
    ["event privacy level: required", of({ privacy_level: undefined }), "privacy_level BASE_TYPE_REQUIRED"],
    ["event type: elsewhere", of({ entity_type: 2 }), "entity_type NUMBER_TYPE_MIN"],
    [
      "event channel: none where it is elsewhere",
      of({ channel_id: "5" }),
      "channel_id GUILD_SCHEDULED_EVENT_CHANNEL_ID",
    ],
    [
      "event start: required",
      of({ scheduled_start_time: undefined }),
      "scheduled_start_time BASE_TYPE_REQUIRED",
    ],
    [
      "event start: in the future",
      of({ scheduled_start_time: at(-1) }),
      "scheduled_start_time GUILD_SCHEDULED_EVENT_SCHEDULE_PAST",
    ],
    [
      "event end: required where it is elsewhere",
      of({ scheduled_end_time: null }),
      "scheduled_end_time BASE_TYPE_REQUIRED",
    ],
    [
      "event end: after its start",
      of({ scheduled_end_time: at(24) }),
      "scheduled_end_time GUILD_SCHEDULED_EVENT_END_BEFORE_START",
    ],
    [
      "event status: begun or cancelled, where it was to come",
      edited({ status: 1 }, { status: 3 }),
      "status GUILD_SCHEDULED_EVENT_STATUS",
    ],
  ],
);

describe("a server's calendar", () => {
  let discord: StandIn;
  beforeEach(async () => {
    discord = await startDiscord({ rateLimits: false });
  });
  afterEach(() => discord.close());

  const EVENTS = "/guilds/77/scheduled-events";
  const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const entry = (more: Json = {}) =>
    event({ scheduled_start_time: soon(24), scheduled_end_time: soon(26), ...more });

  it("takes an event, a change of it, and its being called off, after which it stays as it is", async () => {
    const made = await request(discord, "POST", EVENTS, entry());
    expect(made).toMatchObject({ status: 200, body: { status: 1, creator_id: discord.botId } });
    const path = `${EVENTS}/${made.body.id}`;
    expect(await request(discord, "PATCH", path, { name: "Otra" })).toMatchObject({ status: 200 });
    expect(discord.events.of("77")).toMatchObject([{ name: "Otra", status: 1 }]);
    expect(await request(discord, "PATCH", path, { status: 4 })).toMatchObject({ status: 200 });
    expect(await request(discord, "PATCH", path, { name: "Tarde" })).toMatchObject({
      status: 400,
      body: { code: 180_000 },
    });
  });

  it("refuses what is gone, a hundred and one, and a bot that may not", async () => {
    expect(await request(discord, "PATCH", `${EVENTS}/5`, { name: "x" })).toMatchObject({
      status: 404,
      body: { code: 10_070 },
    });
    for (let at = 0; at < 100; at++) await request(discord, "POST", EVENTS, entry());
    expect(await request(discord, "POST", EVENTS, entry())).toMatchObject({ body: { code: 30_038 } });
    discord.events.forbid("77");
    expect(await request(discord, "POST", EVENTS, entry())).toMatchObject({
      status: 403,
      body: { code: 50_013 },
    });
  });
});
