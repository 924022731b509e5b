/** What a bot may say of itself: its commands, its webhook, how it asks for updates. */
import type { Payload, Rule } from "../types.js";

function commands({ commands }: Payload): readonly Payload[] {
  return Array.isArray(commands) ? (commands as Payload[]) : [];
}

export const notTooManyCommands: Rule = (payload) =>
  commands(payload).length > 100 ? "BOT_COMMANDS_TOO_MUCH" : undefined;

export const commandNamesAreValid: Rule = (payload) =>
  commands(payload).some(({ command }) => typeof command !== "string" || !/^[a-z0-9_]{1,32}$/u.test(command))
    ? "BOT_COMMAND_INVALID"
    : undefined;

export const commandsAreDescribed: Rule = (payload) =>
  commands(payload).some(
    ({ description }) =>
      typeof description !== "string" || description.trim() === "" || description.length > 256,
  )
    ? "BOT_COMMAND_DESCRIPTION_INVALID"
    : undefined;

export const languageIsTwoLetters: Rule = ({ language_code: code }) =>
  code === undefined || code === "" || (typeof code === "string" && /^[a-z]{2}$/u.test(code))
    ? undefined
    : "invalid language code specified";

/** HTTPS; a stand-in on this machine may be written to without it, as a Bot API server of one's own may. */
export const webhookIsSecure: Rule = ({ url }) =>
  url === "" ||
  (typeof url === "string" && /^(?:https:\/\/|http:\/\/(?:127\.0\.0\.1|localhost)[:/])/u.test(url))
    ? undefined
    : "bad webhook: An HTTPS URL must be provided for webhook";

export const secretIsPlain: Rule = ({ secret_token: secret }) =>
  secret === undefined || (typeof secret === "string" && /^[A-Za-z0-9_-]{1,256}$/u.test(secret))
    ? undefined
    : "secret token contains unallowed characters";

export const connectionsInRange: Rule = ({ max_connections: max = 40 }) =>
  typeof max === "number" && max >= 1 && max <= 100 ? undefined : "max_connections is out of range";

export const limitInRange: Rule = ({ limit = 100 }) =>
  typeof limit === "number" && limit >= 1 && limit <= 100 ? undefined : "limit is out of range";

export const commandRules: readonly Rule[] = [
  notTooManyCommands,
  commandNamesAreValid,
  commandsAreDescribed,
  languageIsTwoLetters,
];
export const webhookRules: readonly Rule[] = [webhookIsSecure, secretIsPlain, connectionsInRange];
export const pollingRules: readonly Rule[] = [limitInRange];
