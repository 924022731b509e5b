/** Links by which the application is installed: in a server, and by a person for themselves. */

/**
 * What a bot of ours does in channels of its own accord: it sees them, writes there and in threads, with embeds and
 * files, and replies to what was written before; and film nights stand among the server's events. What it answers to a
 * command takes none of these.
 */
const PERMISSIONS =
  (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 15n) | (1n << 16n) | (1n << 38n) | (1n << 44n);

/** Whoever may manage a server adds the bot to it. */
export function serverLink(applicationId: string): string {
  return link(applicationId, 0, ["bot", "applications.commands"], { permissions: PERMISSIONS.toString() });
}

/** Anybody adds the commands to their own account, and has them everywhere. */
export function personalLink(applicationId: string): string {
  return link(applicationId, 1, ["applications.commands"]);
}

function link(
  applicationId: string,
  installation: number,
  scopes: readonly string[],
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: scopes.join(" "),
    ...more,
    integration_type: String(installation),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
