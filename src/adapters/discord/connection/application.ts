/** The application that a token belongs to, as Discord tells it. */
import { object, snowflake, text } from "../json.js";
import { ApiError } from "./rest.js";

export interface Application {
  readonly id: string;
  /** As members see it. */
  readonly name: string;
  /** Servers that it is in, about; undefined where Discord does not say. */
  readonly servers: number | undefined;
  /** Hex, by which what it signs is checked; undefined where Discord does not say. */
  readonly publicKey: string | undefined;
}

/** @throws ApiError for what tells no id */
export function applicationIn(body: unknown): Application {
  const told = object(body);
  const id = snowflake(told.id);
  if (id === "") throw new ApiError(200, 0, "Discord gave no application id");
  const servers = told.approximate_guild_count;
  const key = text(told.verify_key).toLowerCase();
  return {
    id,
    name: text(object(told.bot).username) || text(told.name) || id,
    servers:
      typeof servers === "number" && Number.isSafeInteger(servers) && servers >= 0 ? servers : undefined,
    publicKey: key === "" ? undefined : key,
  };
}
