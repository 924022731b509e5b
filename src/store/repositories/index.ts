/** Every repository over one engine. The queries are the same on all engines, but where a file says so. */
import type { Engine } from "../engine.js";
import type { Repositories } from "../port.js";
import { createButtons } from "./buttons.js";
import { createAnnouncements } from "./communities/announcements.js";
import { createSettings } from "./communities/settings.js";
import { createJobs } from "./jobs.js";
import { createKeys } from "./keys.js";
import { createLeases } from "./leases.js";
import { createNights } from "./nights.js";
import { createLists } from "./people/lists.js";
import { createCommunities, createPeople } from "./people/people.js";
import { createPrivacy } from "./people/privacy.js";
import { createRatings } from "./people/ratings.js";
import { createKeptAnswers, createQuestionCounts, createSeenUpdates } from "./shared.js";

export function createRepositories(engine: Engine): Repositories {
  return {
    settings: createSettings(engine),
    people: createPeople(engine),
    communities: createCommunities(engine),
    ratings: createRatings(engine),
    lists: createLists(engine),
    nights: createNights(engine),
    jobs: createJobs(engine),
    leases: createLeases(engine),
    keys: createKeys(engine),
    buttons: createButtons(engine),
    seen: createSeenUpdates(engine),
    answers: createKeptAnswers(engine),
    counts: createQuestionCounts(engine),
    announcements: createAnnouncements(engine),
    privacy: createPrivacy(engine),
  };
}
