/** What is posted by itself, as jobs of the store: one a place and kind, moved on to the next day whenever it was done. */
import { z } from "zod";
import type { Scope } from "../store/port.js";

/** By the setting that says when: the kind of its job. */
export const ANNOUNCEMENT_JOBS = { filmOfTheDay: "announce-film", news: "announce-news" } as const;

export type AnnouncementKind = keyof typeof ANNOUNCEMENT_JOBS;

export const ANNOUNCEMENT_KINDS = ["filmOfTheDay", "news"] as const satisfies readonly AnnouncementKind[];

const payloadSchema = z.object({
  kind: z.enum(ANNOUNCEMENT_KINDS),
  scope: z.object({
    community: z.string(),
    channel: z.string().optional(),
    topic: z.string().optional(),
  }),
  /** The language of whoever switched it on. */
  tag: z.string(),
  /** When that was. */
  since: z.iso.datetime(),
});

export type AnnouncementPayload = Readonly<z.infer<typeof payloadSchema>>;

/** Undefined for what no such job carries. */
export function readPayload(text: string): AnnouncementPayload | undefined {
  try {
    return payloadSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export function jobKeyOf({ community, channel = "", topic = "" }: Scope): string {
  return [community, channel, topic].join("/");
}
