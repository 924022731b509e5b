/** What holds in a place, of all that its community has set: a topic's over its channel's over the community's. */
import type { Level } from "./declaration.js";
import { DECLARED, isSettingKey, type SettingKey, type Settings, settingsSchema } from "./declared.js";

/** A place within a community. */
export interface Within {
  readonly channel?: string;
  /** Only with a channel. */
  readonly topic?: string;
}

/** A value as it is stored. */
export interface StoredSetting {
  readonly scope: Within;
  readonly key: string;
  /** JSON. */
  readonly value: string;
}

export interface Resolved {
  readonly settings: Settings;
  /** Where each value comes from; nothing for those that are the operator's. */
  readonly from: Readonly<Partial<Record<SettingKey, Level>>>;
}

/** The level of a scope. */
export function levelOf({ channel, topic }: Within): Level {
  if (channel === undefined) return "community";
  return topic === undefined ? "channel" : "topic";
}

/**
 * What holds in a place, and from where. What is stored and cannot be read is as if it were not there: it is another
 * version's.
 * @param operators what holds where nobody set anything
 */
export function resolved(stored: readonly StoredSetting[], within: Within, operators: Settings): Resolved {
  const from: Partial<Record<SettingKey, Level>> = {};
  const values: Record<string, unknown> = { ...operators };
  for (const level of ["community", "channel", "topic"] as const) {
    for (const { scope, key, value } of stored) {
      if (levelOf(scope) !== level || !holdsIn(scope, within) || !isSettingKey(key)) continue;
      const read = readStored(key, value);
      if (read === undefined) continue;
      values[key] = read;
      from[key] = level;
    }
  }
  return { settings: settingsSchema.parse(values), from };
}

export function resolve(stored: readonly StoredSetting[], within: Within, operators: Settings): Settings {
  return resolved(stored, within, operators).settings;
}

/** A stored value of a setting; undefined for what it may not hold. */
export function readStored(key: SettingKey, json: string): Settings[SettingKey] | undefined {
  try {
    return DECLARED[key].schema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

function holdsIn(scope: Within, { channel, topic }: Within): boolean {
  if (scope.channel === undefined) return true;
  return scope.channel === channel && (scope.topic === undefined || scope.topic === topic);
}
