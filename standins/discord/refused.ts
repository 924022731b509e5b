/** Discord's refusals: `{ code, message, errors }`, with the problems of a body nested under their paths. */
import type { Json } from "./types.js";

export type Path = readonly (string | number)[];

export interface Problem {
  readonly path: Path;
  /** Discord's code in words: "BASE_TYPE_BAD_LENGTH". */
  readonly code: string;
  readonly message: string;
}

export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly problems: readonly Problem[] = [],
  ) {
    super(message);
  }

  /** The body that Discord sends. */
  toBody(): Json {
    const body: Json = { message: this.message, code: this.code };
    if (this.problems.length > 0) body.errors = nested(this.problems);
    return body;
  }

  /** One line a problem, for tests and logs. */
  lines(): string[] {
    return this.problems.map(({ path, code, message }) => `${path.join(".")} ${code} ${message}`);
  }
}

function nested(problems: readonly Problem[]): Json {
  const root = Object.create(null) as Json;
  for (const { path, code, message } of problems) {
    let node = root;
    for (const part of path) {
      node[part] ??= Object.create(null);
      node = node[part] as Json;
    }
    node._errors ??= [];
    (node._errors as Json[]).push({ code, message });
  }
  return root;
}

export const refused = {
  unauthorized: () => new Refused(401, 0, "401: Unauthorized"),
  notFound: () => new Refused(404, 0, "404: Not Found"),
  methodNotAllowed: () => new Refused(405, 0, "405: Method Not Allowed"),
  unknownApplication: () => new Refused(404, 10002, "Unknown Application"),
  unknownChannel: () => new Refused(404, 10003, "Unknown Channel"),
  unknownGuild: () => new Refused(404, 10004, "Unknown Guild"),
  unknownMessage: () => new Refused(404, 10008, "Unknown Message"),
  unknownWebhook: () => new Refused(404, 10015, "Unknown Webhook"),
  unknownInteraction: () => new Refused(404, 10062, "Unknown interaction"),
  unknownEvent: () => new Refused(404, 10070, "Unknown Guild Scheduled Event"),
  unknownCommand: () => new Refused(404, 10063, "Unknown application command"),
  commandLimit: () => new Refused(400, 30032, "Maximum number of application commands reached (100)"),
  tooManyEvents: () =>
    new Refused(400, 30038, "Maximum number of uncompleted guild scheduled events reached (100)"),
  acknowledged: () => new Refused(400, 40060, "Interaction has already been acknowledged."),
  followUpLimit: () =>
    new Refused(400, 40094, "This interaction has reached the maximum number of follow-up messages."),
  missingAccess: () => new Refused(403, 50001, "Missing Access"),
  emptyMessage: () => new Refused(400, 50006, "Cannot send an empty message"),
  missingPermissions: () => new Refused(403, 50013, "Missing Permissions"),
  finishedEvent: () => new Refused(400, 180_000, "Cannot update a finished event"),
  expiredToken: () => new Refused(401, 50027, "Invalid Webhook Token"),
  entryPointLeftOut: () =>
    new Refused(
      400,
      50240,
      "You cannot remove this app's Entry Point command in a bulk update operation. Please include the Entry Point command in your update request or delete it separately.",
    ),
  archivedThread: () => new Refused(400, 50083, "Thread is archived"),
  invalidForm: (problems: readonly Problem[]) => new Refused(400, 50035, "Invalid Form Body", problems),
  invalidJson: () => new Refused(400, 50109, "The request body contains invalid JSON."),
  noHistory: () => new Refused(400, 160_002, "Cannot reply without permission to read message history"),
  tooLarge: () => new Refused(413, 40005, "Request entity too large"),
};
