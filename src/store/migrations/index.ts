/** All migrations, in order: the first makes version 1. New ones go to the end; none is ever changed. */
import { settingsAndPeople } from "./0001-settings-and-people.js";
import { ratingsAndLists } from "./0002-ratings-and-lists.js";
import { nightsAndJobs } from "./0003-nights-and-jobs.js";
import { buttonsAndUpdates } from "./0004-buttons-and-updates.js";
import { whatReplicasShare } from "./0005-what-replicas-share.js";
import { nightPosts } from "./0006-night-posts.js";
import { announcementsAndServers } from "./0007-announcements-and-servers.js";
import type { Migration } from "./migration.js";

export const MIGRATIONS: readonly Migration[] = [
  settingsAndPeople,
  ratingsAndLists,
  nightsAndJobs,
  buttonsAndUpdates,
  whatReplicasShare,
  nightPosts,
  announcementsAndServers,
];
