/** Messages that people write, as far as they are said to us. */
import { list, object, snowflake, text } from "../json.js";
import type { Grants } from "../settings.js";
import { withoutMarkup } from "./markup.js";

/** A message that asks us something. */
export interface Question {
  readonly id: string;
  readonly channel: string;
  /** Undefined in direct messages. */
  readonly guild: string | undefined;
  /** Id of whoever wrote it. */
  readonly author: string;
  /** Ids of their roles in the server. */
  readonly roles: readonly string[];
  /** What it says, without mentions and emojis of a server; empty where there is nothing but our name. */
  readonly text: string;
}

/** Types of messages that people write; others tell what happened in a channel. */
const WRITTEN: readonly unknown[] = [0, 19];
const REPLY = 19;

/**
 * The question of a message; undefined for one that is said to others, by a bot or by ourselves, or where we may not answer.
 * In a server it names us, or replies to us and says so: whom a reply notifies only is somebody else, and @everyone is nobody.
 * @param me our own id
 */
export function readQuestion(payload: unknown, me: string, grants: Grants): Question | undefined {
  const body = object(payload);
  const author = object(body.author);
  const [id, channel, writer] = [snowflake(body.id), snowflake(body.channel_id), snowflake(author.id)];
  if (id === "" || channel === "" || writer === "" || !WRITTEN.includes(body.type)) return undefined;
  if (author.bot === true || author.system === true || body.webhook_id !== undefined || writer === me) {
    return undefined;
  }
  const guild = snowflake(body.guild_id) || undefined;
  const content = text(body.content);
  const isToUs = guild === undefined ? grants.direct && content !== "" : grants.mentions;
  if (!isToUs || (guild !== undefined && !namesUs(content, me) && !repliesToUs(body, me))) return undefined;
  const roles = rolesOf(object(body.member).roles);
  return { id, channel, guild, author: writer, roles, text: withoutMarkup(content) };
}

/** No server has more. */
const MOST_ROLES = 250;

function rolesOf(roles: unknown): readonly string[] {
  return (Array.isArray(roles) ? roles.slice(0, MOST_ROLES) : []).map(snowflake).filter((id) => id !== "");
}

function namesUs(content: string, me: string): boolean {
  return content.includes(`<@${me}>`) || content.includes(`<@!${me}>`);
}

/** Who replies may choose not to notify whom they reply to: then the text is not ours to read. */
function repliesToUs({ type, mentions, referenced_message: replied }: Record<string, unknown>, me: string) {
  if (type !== REPLY || snowflake(object(object(replied).author).id) !== me) return false;
  return list(mentions).some((one) => snowflake(object(one).id) === me);
}
