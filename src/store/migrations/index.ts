/** All migrations, in order: the first makes version 1. New ones go to the end; none is ever changed. */
import { settingsAndPeople } from "./0001-settings-and-people.js";
import { ratingsAndLists } from "./0002-ratings-and-lists.js";
import { nightsAndJobs } from "./0003-nights-and-jobs.js";
import { buttonsAndUpdates } from "./0004-buttons-and-updates.js";
import { announcementsAndServers } from "./0006-announcements-and-servers.js";
import type { Migration } from "./migration.js";

export const MIGRATIONS: readonly Migration[] = [
  settingsAndPeople,
  ratingsAndLists,
  nightsAndJobs,
  buttonsAndUpdates,
  announcementsAndServers,
];
