/** One message as Discord holds it: created, edited, deleted, and shown as JSON. */
import type { Clock } from "../clock.js";
import { absent, objects, text } from "../json.js";
import type { Path } from "../refused.js";
import { checkMessage, Flag } from "../rules/messages/message.js";
import type { Json, MessageState, Pings } from "../types.js";
import { mergePings, NOBODY, pingsOf } from "./mentions.js";
import { storedComponents, storedEmbed } from "./stored.js";

export interface Upload {
  readonly filename: string;
  readonly size: number;
  readonly type: string;
}

/** An upload that has become part of a message. */
interface Attachment extends Upload {
  readonly id: string;
  readonly description: string | undefined;
}

interface Origin {
  readonly channelId: string;
  readonly bot: Json;
  readonly applicationId: string;
  /** Undefined for what was sent to a channel. */
  readonly interaction?: Json;
  /** 20: answer to a command; 0: of a component, or sent to a channel; 19: a follow-up. */
  readonly type: number;
}

const CREATE_FLAGS = 4 | 64 | 4_096 | 32_768;
const EDIT_FLAGS = 4 | 32_768;
const LOADING = 128;

export class Message implements MessageState {
  readonly id: string;
  content = "";
  embeds: readonly Json[] = [];
  components: readonly Json[] = [];
  attachments: readonly Attachment[] = [];
  flags: number;
  loading = false;
  deleted = false;
  edits = 0;
  pings: Pings = NOBODY;
  repliesTo: string | undefined;
  #poll: unknown;
  #tts = false;
  #editedAt: number | undefined;
  readonly #createdAt: number;
  readonly #clock: Clock;
  readonly #origin: () => Origin;

  constructor(clock: Clock, origin: () => Origin, flags: unknown) {
    this.#clock = clock;
    this.#origin = origin;
    this.id = clock.id();
    this.#createdAt = clock.now();
    this.flags = Number(flags ?? 0) & CREATE_FLAGS;
  }

  get ephemeral(): boolean {
    return (this.flags & Flag.ephemeral) !== 0;
  }

  /**
   * Checks a body and gives what will take it over; throws what Discord refuses. What the body leaves out stays.
   */
  prepare(body: Json, base: Path, uploads: readonly Upload[]): () => Pings {
    const flags = this.#flagsAfter(body);
    const next = {
      content: body.content === undefined ? this.content : (body.content ?? ""),
      embeds: body.embeds === undefined ? this.embeds : (body.embeds ?? []),
      components: body.components === undefined ? this.components : (body.components ?? []),
      poll: body.poll ?? this.#poll,
    };
    const named = objects(body.attachments);
    const kept = absent(body.attachments) ? this.attachments : this.#kept(named);
    const attachments = [...kept, ...uploads.map((upload, index) => this.#attached(upload, index, named))];
    const v2 = (flags & Flag.componentsV2) !== 0;
    // An edit to components v2 must take the old text and embeds away, so what would remain counts too.
    // Embeds are only taken away by an empty list: null leaves them.
    const embeds = body.embeds === null ? this.embeds : next.embeds;
    const judged = v2 ? { ...body, content: next.content, embeds } : body;
    const names = attachments.map(({ filename }) => filename);
    checkMessage({ body: judged, base, v2, attachments: names }, next, attachments.length);

    return () => {
      this.content = text(next.content).trim();
      this.embeds = objects(next.embeds);
      this.components = objects(next.components);
      this.attachments = attachments;
      this.#poll = next.poll;
      this.#tts ||= body.tts === true;
      this.flags = flags;
      const pings = pingsOf({ content: this.content, components: this.components }, body.allowed_mentions);
      this.pings = mergePings(this.pings, pings);
      return pings;
    };
  }

  /** The same for an edit, after which the message is no longer "thinking". */
  prepareEdit(body: Json, base: Path, uploads: readonly Upload[]): () => Pings {
    const commit = this.prepare(body, base, uploads);
    return () => {
      const pings = commit();
      if (this.loading) this.loading = false;
      else this.#editedAt = this.#clock.now();
      this.edits += 1;
      return pings;
    };
  }

  /** Attachments of before that the list of an edit still names. */
  #kept(named: readonly Json[]): readonly Attachment[] {
    const ids = named.map(({ id }) => String(id));
    return this.attachments.filter(({ id }) => ids.includes(id));
  }

  /** An upload is described under the number of its file. */
  #attached(upload: Upload, index: number, named: readonly Json[]): Attachment {
    const { description } = named.find(({ id }) => String(id) === String(index)) ?? {};
    return {
      ...upload,
      id: this.#clock.id(),
      description: absent(description) ? undefined : text(description),
    };
  }

  /** The flag for components v2 can be set later, and never taken back; whether it is ephemeral cannot change. */
  #flagsAfter(body: Json): number {
    if (typeof body.flags !== "number") return this.flags;
    const kept = this.flags & ~Flag.suppressEmbeds;
    return kept | (body.flags & EDIT_FLAGS);
  }

  toJson(): Json {
    const { type, channelId, bot, applicationId, interaction } = this.#origin();
    return {
      id: this.id,
      type,
      channel_id: channelId,
      author: bot,
      content: this.content,
      timestamp: new Date(this.#createdAt).toISOString(),
      edited_timestamp: this.#editedAt === undefined ? null : new Date(this.#editedAt).toISOString(),
      tts: this.#tts,
      mention_everyone: this.pings.everyone,
      mentions: [],
      mention_roles: this.pings.roles,
      attachments: this.attachments.map(({ id, filename, description, size, type: content_type }) => ({
        id,
        filename,
        ...(description === undefined ? {} : { description }),
        size,
        content_type,
        url: `https://cdn.discordapp.com/ephemeral-attachments/${this.id}/${filename}`,
        proxy_url: `https://media.discordapp.net/ephemeral-attachments/${this.id}/${filename}`,
      })),
      embeds: this.embeds.map(storedEmbed),
      components: storedComponents(this.components),
      pinned: false,
      flags: this.flags | (this.loading ? LOADING : 0),
      ...(this.repliesTo === undefined
        ? {}
        : { message_reference: { type: 0, channel_id: channelId, message_id: this.repliesTo } }),
      ...(interaction && {
        webhook_id: applicationId,
        application_id: applicationId,
        interaction_metadata: interaction,
      }),
    };
  }
}
