/**
 * The tables as they are at the newest version of the schema, and whose each row is. Times are milliseconds since 1970.
 * What a version looked like is frozen in migrations/.
 */

export interface SettingsTable {
  community: string;
  /** Empty where the whole community is meant; the same for the topic of a channel. */
  channel: string;
  topic: string;
  key: string;
  value: string;
}

export interface SettingChangesTable {
  community: string;
  number: number;
  channel: string;
  topic: string;
  key: string;
  before: string | null;
  after: string | null;
  person: string | null;
  at: number;
  undoes: number | null;
}

export interface ChoicesTable {
  person: string;
  key: string;
  value: string | null;
  at: number;
}

export interface ParticipationsTable {
  person: string;
  community: string;
  /** 1 for a direct chat, else 0. */
  direct: number;
  at: number;
}

export interface RemovalsTable {
  community: string;
  at: number;
}

export interface RatingsTable {
  person: string;
  film: number;
  score: number | null;
  at: number;
}

export interface ListedFilmsTable {
  /** As `ownerName` writes it. */
  owner: string;
  film: number;
  person: string | null;
  at: number;
}

export interface NightsTable {
  id: string;
  community: string;
  platform: string;
  server: string | null;
  chat: string;
  topic: string | null;
  created_at: number;
  secret: string | null;
  last: number;
  ended_at: number | null;
  summary: string | null;
}

export interface NightEventsTable {
  night: string;
  number: number;
  body: string;
  person: string | null;
  about: string | null;
  at: number;
  key: string | null;
}

export interface NightPostsTable {
  night: string;
  kind: "panel" | "event" | "unsent";
  id: string;
  chat: string;
  topic: string | null;
  at: number;
}

export interface JobsTable {
  kind: string;
  key: string;
  payload: string;
  due: number;
  community: string | null;
  person: string | null;
  night: string | null;
  fence: number;
  attempts: number;
  owner: string | null;
  until: number | null;
  done_at: number | null;
}

export interface LeasesTable {
  name: string;
  owner: string | null;
  fence: number;
  until: number;
}

export interface ButtonsTable {
  key: string;
  text: string;
  used_at: number;
}

export interface SeenUpdatesTable {
  platform: string;
  id: string;
  at: number;
  /** Until when whoever took it on has it; null once it was answered. */
  until: number | null;
}

export interface LastAnswersTable {
  /** Made from the ids of place and person, and tells none of them. */
  conversation: string;
  community: string;
  person: string | null;
  body: string;
  at: number;
}

export interface QuestionCountsTable {
  /** Made from the ids of place and person, and tells none of them. */
  key: string;
  since: number;
  questions: number;
  /** 1 once whoever asks was told that it is too much, else 0. */
  told: number;
}

export interface KeysTable {
  name: string;
  value: string;
}

export interface AnnouncementsTable {
  community: string;
  /** As in SettingsTable. */
  channel: string;
  topic: string;
  kind: string;
  /** "2026-11-29", by the clocks of the place. */
  day: string;
  film: number | null;
  at: number;
}

export interface ServersTable {
  community: string;
  /** When its platform was first seen to list it no longer. */
  missing_since: number | null;
}

export interface Tables {
  settings: SettingsTable;
  setting_changes: SettingChangesTable;
  choices: ChoicesTable;
  participations: ParticipationsTable;
  removals: RemovalsTable;
  ratings: RatingsTable;
  listed_films: ListedFilmsTable;
  nights: NightsTable;
  night_events: NightEventsTable;
  night_posts: NightPostsTable;
  jobs: JobsTable;
  leases: LeasesTable;
  buttons: ButtonsTable;
  seen_updates: SeenUpdatesTable;
  last_answers: LastAnswersTable;
  question_counts: QuestionCountsTable;
  keys: KeysTable;
  announcements: AnnouncementsTable;
  servers: ServersTable;
}

export type TableName = keyof Tables;

/** The key of each table; those that others refer to come first. */
export const KEYS: { readonly [Table in TableName]: readonly (keyof Tables[Table])[] } = {
  settings: ["community", "channel", "topic", "key"],
  setting_changes: ["community", "number"],
  choices: ["person", "key"],
  participations: ["person", "community"],
  removals: ["community"],
  ratings: ["person", "film"],
  listed_films: ["owner", "film"],
  nights: ["id"],
  night_events: ["night", "number"],
  night_posts: ["night", "kind", "id"],
  jobs: ["kind", "key"],
  leases: ["name"],
  buttons: ["key"],
  seen_updates: ["platform", "id"],
  last_answers: ["conversation"],
  question_counts: ["key"],
  keys: ["name"],
  announcements: ["community", "channel", "topic", "kind", "day"],
  servers: ["community"],
};

/** How the owner of a list is written: a person and a community may have the same id. */
export const ownerName = {
  person: (person: string) => `person ${person}`,
  community: (community: string) => `community ${community}`,
} as const;

const itself = (id: string) => id;

/** A column that says whose a row is. */
export interface Ownership {
  readonly table: TableName;
  readonly column: string;
  /** How the column writes an id. */
  readonly as: (id: string) => string;
}

const owned = (table: TableName, column: string, as: (id: string) => string = itself): Ownership => ({
  table,
  column,
  as,
});

/** Rows that are a person's own: they go when the person does. */
export const OWNED_BY_PERSON: readonly Ownership[] = [
  owned("choices", "person"),
  owned("participations", "person"),
  owned("ratings", "person"),
  owned("listed_films", "owner", ownerName.person),
  owned("jobs", "person"),
  owned("last_answers", "person"),
];

/** Rows of communities that name a person: they stay, with nobody's name. */
export const NAMES_PERSON: readonly Ownership[] = [
  owned("setting_changes", "person"),
  owned("listed_films", "person"),
];

/** Rows of nights that name a person: they stay, with a name that is good for that night alone. */
export const NAMES_PERSON_OF_NIGHT: readonly Ownership[] = [
  owned("night_events", "person"),
  owned("night_events", "about"),
];

/** Rows that are a community's; events and posts go with their nights. */
export const OWNED_BY_COMMUNITY: readonly Ownership[] = [
  owned("settings", "community"),
  owned("setting_changes", "community"),
  owned("participations", "community"),
  owned("removals", "community"),
  owned("listed_films", "owner", ownerName.community),
  owned("nights", "community"),
  owned("jobs", "community"),
  owned("last_answers", "community"),
  owned("announcements", "community"),
  owned("servers", "community"),
];
