/** What Discord refuses in an event of a server's calendar that takes place elsewhere than in a channel. */
import { absent, object } from "../json.js";
import type { Json } from "../types.js";
import { numberRule, REQUIRED, type Rule, textRule } from "./rule.js";

/** An event as it would be, and the time. */
export interface EventSubject {
  readonly body: Json;
  /** What it was; undefined where it is new. */
  readonly before?: Json;
  readonly now: number;
}

const LOCATION = ["entity_metadata", "location"] as const;

const start = ({ body }: EventSubject) => Date.parse(String(body.scheduled_start_time));

export const scheduledEventRules: readonly Rule<EventSubject>[] = [
  textRule("event name: 1 to 100", { min: 1, max: 100, required: true }, ({ body }) => [
    [["name"], body.name],
  ]),
  textRule("event description: 1 to 1,000", { min: 1, max: 1_000 }, ({ body }) => [
    [["description"], body.description],
  ]),
  textRule("event location: 1 to 100", { min: 1, max: 100, required: true }, ({ body }) => [
    [[...LOCATION], object(body.entity_metadata).location],
  ]),
  numberRule("event privacy level: for the server alone", { min: 2, max: 2 }, ({ body }) => [
    [["privacy_level"], body.privacy_level],
  ]),
  {
    name: "event privacy level: required",
    check({ body }, report) {
      if (absent(body.privacy_level)) report(["privacy_level"], ...REQUIRED);
    },
  },
  numberRule("event type: elsewhere", { min: 3, max: 3 }, ({ body }) => [
    [["entity_type"], body.entity_type],
  ]),
  {
    name: "event channel: none where it is elsewhere",
    check({ body }, report) {
      if (absent(body.channel_id)) return;
      report(
        ["channel_id"],
        "GUILD_SCHEDULED_EVENT_CHANNEL_ID",
        "Channel ID must be null for external events",
      );
    },
  },
  {
    name: "event start: required",
    check({ body }, report) {
      if (absent(body.scheduled_start_time)) report(["scheduled_start_time"], ...REQUIRED);
    },
  },
  {
    name: "event start: in the future",
    check(subject, report) {
      const { body, before, now } = subject;
      if (before?.scheduled_start_time === body.scheduled_start_time || !(start(subject) <= now)) return;
      const message = "Cannot schedule event in the past.";
      report(["scheduled_start_time"], "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", message);
    },
  },
  {
    name: "event end: required where it is elsewhere",
    check({ body }, report) {
      if (absent(body.scheduled_end_time)) report(["scheduled_end_time"], ...REQUIRED);
    },
  },
  {
    name: "event end: after its start",
    check(subject, report) {
      if (!(Date.parse(String(subject.body.scheduled_end_time)) <= start(subject))) return;
      const message = "End time must be after start time.";
      report(["scheduled_end_time"], "GUILD_SCHEDULED_EVENT_END_BEFORE_START", message);
    },
  },
  {
    name: "event status: begun or cancelled, where it was to come",
    check({ body, before }, report) {
      const allowed = before === undefined ? [1] : NEXT[Number(before.status)];
      if (absent(body.status) || body.status === before?.status || allowed?.includes(Number(body.status)))
        return;
      report(["status"], "GUILD_SCHEDULED_EVENT_STATUS", "Invalid status transition.");
    },
  },
];

/** To come → begun or cancelled; begun → over. */
const NEXT: Readonly<Record<number, readonly number[]>> = { 1: [2, 4], 2: [3] };
