/** What every store must do, whichever engine is behind it. */
import { afterAll, beforeAll, describe } from "vitest";
import type { Store } from "../../../src/store/port.js";
import { announcementCases } from "./announcements.case.js";
import { jobsCases } from "./jobs.case.js";
import { listsCases } from "./lists.case.js";
import { movesCases } from "./moves.case.js";
import { nightsCases } from "./nights.case.js";
import { peopleCases } from "./people.case.js";
import { privacyCases } from "./privacy.case.js";
import { ratingsCases } from "./ratings.case.js";
import { settingsCases } from "./settings.case.js";
import { sharedCases } from "./shared.case.js";
import { shortLivedCases } from "./short-lived.case.js";

/** @param open opens the store that all cases share */
export function storeCases(open: () => Promise<Store>): void {
  let opened: Store | undefined;
  let count = 0;
  const given = {
    store() {
      if (!opened) throw new Error("the store is not open yet");
      return opened;
    },
    unique(prefix: string) {
      count += 1;
      return `${prefix}${count}`;
    },
  };
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());
  // First: it walks through all that the others leave.
  describe("privacy", () => privacyCases(given));
  describe("settings", () => settingsCases(given));
  describe("people", () => peopleCases(given));
  describe("a group that moves", () => movesCases(given));
  describe("ratings", () => ratingsCases(given));
  describe("lists", () => listsCases(given));
  describe("nights", () => nightsCases(given));
  describe("jobs", () => jobsCases(given));
  describe("what is posted, and where the bot is", () => announcementCases(given));
  describe("what is short-lived", () => shortLivedCases(given));
  describe("what processes share", () => sharedCases(given));
}
