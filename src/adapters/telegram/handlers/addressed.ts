/** Whom a message is said to: in a group most of what is said is none of our business. */
import type { Message, UserFromGetMe } from "grammy/types";
import { isGuest, isPrivate } from "./exchange.js";

/** A stretch of a text, in UTF-16 units. */
interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/** What is said in a message: its text, or what stands below its picture. */
export function saidIn({ text, caption }: Message): string | undefined {
  return text ?? caption;
}

/**
 * The words of a message that is said to us, without our name; undefined where it is said to others. In a group it mentions
 * us or replies to a message of ours; as a guest we hear nothing else.
 */
export function wordsToUs(message: Message, me: UserFromGetMe): string | undefined {
  const text = saidIn(message) ?? "";
  const mentions = mentionsOfUs(message, me);
  if (mentions.length > 0) return without(text, mentions);
  const isToUs = isPrivate(message) || isGuest(message) || repliesToUs(message, me);
  return isToUs ? text : undefined;
}

/** Our user name wherever it stands as a mention, and links to us, which may have any text. */
function mentionsOfUs(message: Message, me: UserFromGetMe): readonly Stretch[] {
  const text = saidIn(message) ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const name = new RegExp(`(?<![\\w@/])@${me.username}(?!\\w)`, "giu");
  const named = [...text.matchAll(name)].map(({ 0: whole, index }) => ({
    offset: index,
    length: whole.length,
  }));
  const linked = entities.filter((entity) => entity.type === "text_mention" && entity.user.id === me.id);
  return [...named, ...linked];
}

function repliesToUs({ reply_to_message: replied }: Message, me: UserFromGetMe): boolean {
  // Whatever is said in a topic that we opened replies to its beginning.
  return replied?.from?.id === me.id && replied.forum_topic_created === undefined;
}

/** The text without some stretches of it, and without the commas that these leave at its ends. */
function without(text: string, stretches: readonly Stretch[]): string {
  let left = text;
  for (const { offset, length } of stretches.toSorted((one, other) => other.offset - one.offset)) {
    left = `${left.slice(0, offset)} ${left.slice(offset + length)}`;
  }
  return trimmed(left);
}

/** In time linear in the text's length: a pattern with "+$" would not be. */
function trimmed(text: string): string {
  const isLeft = (at: number) => /[\s,:;]/u.test(text.charAt(at));
  let [from, to] = [0, text.length];
  while (from < to && isLeft(from)) from++;
  while (to > from && isLeft(to - 1)) to--;
  return text.slice(from, to);
}
