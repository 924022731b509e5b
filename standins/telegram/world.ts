/** Chats and what stands in them, the bot itself, and what it was told to be. */

import { Ring } from "../ring.js";
import { badRequest, refused } from "./refused.js";
import type { Chat, Message, User } from "./types.js";

const MESSAGES_KEPT = 500;
const CHATS_KEPT = 5_000;
/** Telegram's own, which stand for those who write as a group or a channel. */
const BOTS: ReadonlySet<number> = new Set([1_087_968_824, 136_817_688]);

export const BOT: User = { id: 4242, is_bot: true, first_name: "Claqueta", username: "claqueta_bot" };

export interface StoredChat {
  readonly chat: Chat;
  readonly messages: Ring<Message>;
  /** Why the bot may not write there. */
  closed?: string;
  /** Whether the bot is there and may not write. */
  muted?: true;
  /** Who administers it, the owner first. */
  readonly administrators: User[];
  /** Topics that were deleted. */
  readonly goneTopics: Set<number>;
  /** Where the group went when it became a supergroup. */
  migratedTo?: number;
}

export class World {
  readonly #chats = new Map<number, StoredChat>();
  /** Shared by private chats and groups; a supergroup counts for itself, as at Telegram. */
  #messageId = 0;
  readonly #own = new Map<number, number>();

  add(chat: Chat): StoredChat {
    const stored: StoredChat = this.#chats.get(chat.id) ?? {
      chat,
      messages: new Ring<Message>(MESSAGES_KEPT),
      administrators: [],
      goneTopics: new Set<number>(),
    };
    this.#chats.set(chat.id, stored);
    for (const oldest of this.#chats.keys()) {
      if (this.#chats.size <= CHATS_KEPT) break;
      this.#chats.delete(oldest);
    }
    return stored;
  }

  find(id: number): StoredChat | undefined {
    return this.#chats.get(id);
  }

  /** The chat, where a bot may write to it. Throws as Telegram refuses. */
  writable(id: unknown): StoredChat {
    if (BOTS.has(id as number)) throw refused(403, "Forbidden: bots can't send messages to bots");
    const stored = this.#chats.get(id as number);
    if (stored === undefined) throw badRequest("chat not found");
    if (stored.closed !== undefined) throw refused(403, `Forbidden: ${stored.closed}`);
    if (stored.migratedTo !== undefined) {
      throw refused(400, "Bad Request: group chat was upgraded to a supergroup chat", {
        migrate_to_chat_id: stored.migratedTo,
      });
    }
    return stored;
  }

  nextId({ id, type }: Chat): number {
    if (type !== "supergroup") return ++this.#messageId;
    const next = (this.#own.get(id) ?? 0) + 1;
    this.#own.set(id, next);
    return next;
  }

  clear(): void {
    this.#chats.clear();
  }
}
