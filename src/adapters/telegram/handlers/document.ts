/** A file that came with a command: the message's own, or that of the message it replies to. */
import type { Message } from "grammy/types";
import type { NamedPerson, SentFile } from "../../../chat/asking.js";
import { harmlessLine } from "../../../chat/text.js";
import { notHad, tooLarge } from "../../../surface/network/download.js";
import { PLATFORM } from "../sending/address.js";

/** Bots are handed out no more. */
export const MOST_BYTES = 20_000_000;

/** Fetches a file by its path with the Bot API. */
export type ReadFile = (fileId: string) => Promise<Uint8Array>;

/** Undefined where there is none. */
export function fileOf(message: Message, read: ReadFile): SentFile | undefined {
  const document = message.document ?? message.reply_to_message?.document;
  if (document === undefined) return undefined;
  const { file_id: id, file_name: name = "", file_size: size = 0 } = document;
  return {
    name: harmlessLine(name),
    async read() {
      if (size > MOST_BYTES) throw tooLarge(MOST_BYTES);
      return read(id);
    },
  };
}

/** The path of a file below the Bot API's own; nothing in it leads elsewhere. @throws UserError where it is none */
export function checkedPath(path: string | undefined): string {
  if (path === undefined || !/^[\w-]+(?:[./][\w-]+)*$/u.test(path)) throw notHad();
  return path;
}

/**
 * People whom a message names: who wrote what it replies to, and who is mentioned without a user name. Of a user name
 * Telegram does not tell whose it is.
 */
export function peopleIn({
  reply_to_message: replied,
  entities,
  caption_entities: below,
}: Message): NamedPerson[] {
  const mentioned = (entities ?? below ?? []).flatMap((entity) =>
    entity.type === "text_mention" ? [entity.user] : [],
  );
  const isReply = replied !== undefined && replied.forum_topic_created === undefined && !replied.sender_chat;
  return [...(isReply && replied.from ? [replied.from] : []), ...mentioned]
    .filter(({ is_bot: isBot }) => !isBot)
    .map(({ id, first_name: name }) => ({ id: `${PLATFORM}:${id}`, name: harmlessLine(name) || "…" }));
}
