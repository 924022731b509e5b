/** Events in a server's calendar, entered with the bot's own token where it may. */
import type { Place } from "../../../chat/asking.js";
import type { Log } from "../../../chat/errors/errors.js";
import { firstCharacters, harmlessLine } from "../../../chat/text.js";
import type { Calendar, CalendarEntry, Delivery, Entered } from "../../../surface/port.js";
import { list, object, snowflake, text } from "../json.js";
import { botOf } from "./bot-id.js";
import { ApiError, type Rest } from "./rest.js";

const PATIENCE = { total: 60_000, perTry: 15_000 } as const;
/** Discord's numbers for an event elsewhere than in a channel, for the server's members alone, and one called off. */
const EXTERNAL = 3;
const GUILD_ONLY = 2;
const SCHEDULED = 1;
const CANCELED = 4;
const ROOM = { name: 100, description: 1_000, location: 100 } as const;

export interface ScheduledEventsParts {
  readonly rest: Rest;
  /** The bot's; without one nothing can be entered. */
  readonly token: string | undefined;
  readonly log: Log;
}

export class ScheduledEvents implements Calendar {
  readonly #parts: ScheduledEventsParts;

  constructor(parts: ScheduledEventsParts) {
    this.#parts = parts;
  }

  async enter(place: Place, entry: CalendarEntry, id?: string): Promise<Entered> {
    const events = eventsOf(place);
    if (events === undefined) return { kind: "refused" };
    const body = bodyOf(entry);
    try {
      const known = id ?? (await this.#entered(events, body));
      if (known !== undefined) {
        await this.#send("PATCH", `${events}/${snowflake(known)}`, body);
        return { kind: "entered", id: known };
      }
      const event = object(await this.#send("POST", events, { ...body, ...NEW }));
      return { kind: "entered", id: snowflake(event.id) };
    } catch (error) {
      return { kind: this.#failure(error) };
    }
  }

  async cancel(place: Place, id: string): Promise<Delivery> {
    const events = eventsOf(place);
    if (events === undefined) return "unreachable";
    try {
      await this.#send("PATCH", `${events}/${snowflake(id)}`, { status: CANCELED });
      return "sent";
    } catch (error) {
      return this.#failure(error) === "failed" ? "failed" : "unreachable";
    }
  }

  /** Of a process that died before it could note it: the same event, entered by us. */
  async #entered(
    events: string,
    { name, scheduled_start_time: start }: EventBody,
  ): Promise<string | undefined> {
    const me = botOf(this.#parts.token ?? "");
    const found = list(await this.#send("GET", events))
      .map(object)
      .find(
        (event) =>
          event.creator_id === me &&
          event.status === SCHEDULED &&
          event.name === name &&
          Date.parse(text(event.scheduled_start_time)) === Date.parse(start),
      );
    return found && (snowflake(found.id) || undefined);
  }

  async #send(method: "GET" | "POST" | "PATCH", path: string, body?: unknown): Promise<unknown> {
    const { rest, token } = this.#parts;
    if (token === undefined) throw new ApiError(0, 0, "Discord: no token");
    return (await rest.send({ method, path, body, token, patience: PATIENCE })).body;
  }

  #failure(error: unknown): "refused" | "gone" | "failed" {
    const { status, code } = error instanceof ApiError ? error : { status: 0, code: 0 };
    // Most servers do not let bots do it, and nobody asked for it.
    if (status === 403) return "refused";
    if (status === 404 && code !== 0) return "gone";
    this.#parts.log.warn({ err: error }, "Discord: an event could not be entered");
    return status === 400 ? "refused" : "failed";
  }
}

function eventsOf({ platform, server = "" }: Place): string | undefined {
  const guild = platform === "discord" ? snowflake(server) : "";
  return guild === "" ? undefined : `/guilds/${guild}/scheduled-events`;
}

interface EventBody {
  readonly name: string;
  readonly description: string;
  readonly scheduled_start_time: string;
  readonly scheduled_end_time: string;
  readonly entity_metadata: { readonly location: string };
}

const NEW = { entity_type: EXTERNAL, privacy_level: GUILD_ONLY } as const;

function bodyOf({ title, text: description, where, begins, ends }: CalendarEntry): EventBody {
  return {
    name: firstCharacters(harmlessLine(title), ROOM.name) || "…",
    description: firstCharacters(harmlessLine(description), ROOM.description) || "…",
    scheduled_start_time: begins.toISOString(),
    scheduled_end_time: ends.toISOString(),
    entity_metadata: { location: firstCharacters(harmlessLine(where), ROOM.location) || "…" },
  };
}
