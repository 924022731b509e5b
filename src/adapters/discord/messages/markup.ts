/** What people's messages hold that is no words. */

/** "<@1>", "<@!1>", "<@&1>", "<#1>", "<:name:1>", "<a:name:1>". */
const MARKUP = /<(?:@[!&]?|#|a?:\w{1,32}:)\d{1,20}>/gu;

/** What a message says, without mentions and emojis of a server. */
export function withoutMarkup(content: string): string {
  return content.replace(MARKUP, " ").trim();
}
