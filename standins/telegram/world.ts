/** Chats and what stands in them, the bot itself, and what it was told to be. */
import { badRequest, refused } from "./refused.js";
import { Ring } from "./ring.js";
import type { Chat, Message, User } from "./types.js";

const MESSAGES_KEPT = 500;
const CHATS_KEPT = 5_000;

export const BOT: User = { id: 4242, is_bot: true, first_name: "Claqueta", username: "claqueta_bot" };

export interface Room {
  readonly chat: Chat;
  readonly messages: Ring<Message>;
  /** Why the bot may not write there. */
  closed?: string;
  /** Where the group went when it became a supergroup. */
  migratedTo?: number;
}

export class World {
  readonly #rooms = new Map<number, Room>();
  /** Shared by private chats and groups; a supergroup counts for itself, as at Telegram. */
  #messageId = 0;
  readonly #own = new Map<number, number>();

  add(chat: Chat): Room {
    const room: Room = this.#rooms.get(chat.id) ?? { chat, messages: new Ring<Message>(MESSAGES_KEPT) };
    this.#rooms.set(chat.id, room);
    for (const oldest of this.#rooms.keys()) {
      if (this.#rooms.size <= CHATS_KEPT) break;
      this.#rooms.delete(oldest);
    }
    return room;
  }

  find(id: number): Room | undefined {
    return this.#rooms.get(id);
  }

  /** The room a bot writes to. Throws as Telegram refuses. */
  writable(id: unknown): Room {
    const room = this.#rooms.get(id as number);
    if (room === undefined) throw badRequest("chat not found");
    if (room.closed !== undefined) throw refused(403, `Forbidden: ${room.closed}`);
    if (room.migratedTo !== undefined) {
      throw refused(400, "Bad Request: group chat was upgraded to a supergroup chat", {
        migrate_to_chat_id: room.migratedTo,
      });
    }
    return room;
  }

  nextId({ id, type }: Chat): number {
    if (type !== "supergroup") return ++this.#messageId;
    const next = (this.#own.get(id) ?? 0) + 1;
    this.#own.set(id, next);
    return next;
  }

  clear(): void {
    this.#rooms.clear();
  }
}
