/** What a night is opened with: how films are proposed and voted on. Stored as it is. */
import { z } from "zod";
import { isTimeZone } from "../../time/zoned.js";
import { TIE_RULES } from "../../voting/announced.js";
import { METHODS } from "../../voting/ballot.js";

/** Films in the running at once: as many as a person still looks through. */
export const MOST_PROPOSALS = 50;

export const instant = z.iso.datetime();
/** TMDB's id. */
export const film = z.int().positive();

/** When the film begins: the zone is that of whoever said it, for telling it in words. */
export const showing = z.strictObject({ instant, zone: z.string().refine(isTimeZone) });
export type Showing = Readonly<z.infer<typeof showing>>;

export const carriedFilm = z.strictObject({ film, points: z.int().min(0) });
/** A film that comes from another night, with how many wanted it there. */
export type CarriedFilm = Readonly<z.infer<typeof carriedFilm>>;

export const nightRules = z.strictObject({
  title: z.string().max(100).regex(/\S/u),
  method: z.enum(METHODS),
  /** Votes are taken until then, not at that instant. */
  deadline: instant,
  /** Whether films are proposed first and voted on when proposing is over, or both at once. */
  phases: z.enum(["together", "apart"]),
  /** When proposing is over by itself; never where null. Where both go on at once, voting goes on. */
  proposalsUntil: instant.nullable(),
  /** Whether people see how it stands while others vote. */
  tally: z.enum(["open", "hidden"]),
  /** How many films a ballot may name; any number where null. */
  votesEach: z.int().min(1).max(MOST_PROPOSALS).nullable(),
  vetoesEach: z.int().min(0).max(MOST_PROPOSALS),
  /** So many must vote for anything to win. */
  quorum: z.int().min(0).max(10_000),
  /** The seed is fixed here, before there is anything to vote on. */
  tieBreak: z.strictObject({ rules: z.array(z.enum(TIE_RULES)).readonly(), seed: z.string().min(1).max(64) }),
  /** The longest film that may be proposed, in minutes. */
  runtimeLimit: z.int().min(1).max(1_000).nullable(),
  /** Where the film must be offered. */
  platform: z.string().min(1).max(50).nullable(),
  showing: showing.nullable(),
  proposalsEach: z.int().min(1).max(MOST_PROPOSALS),
  /** "leader": whoever leads the night, and moderators. */
  proposedBy: z.enum(["anyone", "leader"]),
  /** Proposed from the beginning, by nobody. */
  carried: z.array(carriedFilm).max(MOST_PROPOSALS).readonly(),
});
export type NightRules = Readonly<z.infer<typeof nightRules>>;
