/** Routes of application commands, global and of a guild. */
import { withoutLocalizations } from "../command-store.js";
import { isObject } from "../json.js";
import { refused } from "../refused.js";
import { checkCommand, checkCommands } from "../rules/commands/commands.js";
import type { Json } from "../types.js";
import { type Handler, NO_CONTENT, ok, type RestRequest, type Route } from "./route.js";

/** Where a request's commands live, after checking the application (and the guild, where guilds are known). */
interface Place {
  readonly scope: string;
  readonly commandId: string;
}

function placeOf({ world, params }: RestRequest, inGuild: boolean): Place {
  const [applicationId, ...rest] = params;
  if (applicationId !== world.settings.applicationId) throw refused.unknownApplication();
  if (!inGuild) return { scope: "", commandId: rest[0] ?? "" };
  const [guild = "", commandId = ""] = rest;
  const { guilds } = world.settings;
  if (guilds.length > 0 && !guilds.includes(guild)) throw refused.missingAccess();
  return { scope: guild, commandId };
}

function bodyOf({ body }: RestRequest): Json {
  if (isObject(body)) return body;
  const message = "Only dictionaries may be used in a ModelType";
  throw refused.invalidForm([{ path: [], code: "MODEL_TYPE_CONVERT", message }]);
}

/** The handlers, for global commands or for those of a guild. */
function handlers(
  inGuild: boolean,
): Record<"list" | "replace" | "create" | "get" | "edit" | "remove", Handler> {
  return {
    list: (request) => {
      const { scope } = placeOf(request, inGuild);
      const whole = request.query.get("with_localizations") === "true";
      return () => {
        const commands = request.world.commands.of(scope);
        return ok(whole ? commands : commands.map(withoutLocalizations));
      };
    },
    replace: (request) => {
      const { scope } = placeOf(request, inGuild);
      const commands = checkCommands(request.body ?? []);
      return () => ok(request.world.commands.replace(scope, commands));
    },
    create: (request) => {
      const { scope } = placeOf(request, inGuild);
      const body = bodyOf(request);
      checkCommand(body);
      return () => {
        const { command, created } = request.world.commands.upsert(scope, body);
        return { status: created ? 201 : 200, body: command };
      };
    },
    get: (request) => {
      const { scope, commandId } = placeOf(request, inGuild);
      const command = request.world.commands.find(scope, commandId);
      return () => ok(command);
    },
    edit: (request) => {
      const { scope, commandId } = placeOf(request, inGuild);
      const body = bodyOf(request);
      const old = request.world.commands.find(scope, commandId);
      checkCommand({ ...old, ...body });
      return () => ok(request.world.commands.patch(scope, commandId, body));
    },
    remove: (request) => {
      const { scope, commandId } = placeOf(request, inGuild);
      request.world.commands.find(scope, commandId);
      return () => {
        request.world.commands.remove(scope, commandId);
        return NO_CONTENT;
      };
    },
  };
}

function routesAt(pattern: string, inGuild: boolean): Route[] {
  const { list, replace, create, get, edit, remove } = handlers(inGuild);
  const one = `${pattern}/{command_id}`;
  const auth = "bot" as const;
  return [
    { method: "GET", pattern, auth, handle: list },
    { method: "PUT", pattern, auth, handle: replace },
    { method: "POST", pattern, auth, handle: create },
    { method: "GET", pattern: one, auth, handle: get },
    { method: "PATCH", pattern: one, auth, handle: edit },
    { method: "DELETE", pattern: one, auth, handle: remove },
  ];
}

export const commandRoutes: readonly Route[] = [
  ...routesAt("/applications/{application_id}/commands", false),
  ...routesAt("/applications/{application_id}/guilds/{guild_id}/commands", true),
];
