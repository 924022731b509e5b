/** A night as it is kept: where it belongs, what its events come to, and what lists tell of it. */
import { z } from "zod";
import { winnerOf } from "../events/night/ended.js";
import { carriedFilm } from "../events/night/events/rules.js";
import type { Night } from "../events/night/state.js";
import type { CommunityId, Night as StoredNight, StoredPlace } from "../store/port.js";

/** What stands beside the events: lists tell of a night by it without reading them. It names nobody. */
const summarySchema = z.object({
  title: z.string(),
  deadline: z.string(),
  /** Of the language in which the night is told in its chat, which is whoever's who opened it. */
  tag: z.string(),
  /** In which times are told. */
  zone: z.string(),
  /** When the film is shown, where that was said. */
  showing: z.string().nullable(),
  /** What is shown, once voting is over. */
  winner: z.number().nullable(),
  cancelled: z.boolean(),
  voters: z.number(),
  proposals: z.number(),
  /** How many came, as far as that was noted. */
  came: z.number().default(0),
  /** What lost and waits for the next night. */
  carry: z.array(carriedFilm).readonly(),
  /** Nights whose films it was opened with. */
  from: z.array(z.string()).readonly(),
});

export type Summary = Readonly<z.infer<typeof summarySchema>>;

/** What of a summary does not follow from the events. */
export type SummaryHead = Pick<Summary, "tag" | "zone" | "from">;

export interface KeptNight extends SummaryHead {
  readonly id: string;
  readonly community: CommunityId;
  readonly place: StoredPlace;
  readonly night: Night;
  /** The number of its last event. */
  readonly last: number;
}

export function summaryOf({ tag, zone, from }: SummaryHead, night: Night): Summary {
  const { rules, deadline, showing, ending, ballots, proposals, attendance, carriedOver } = night;
  return {
    title: rules.title,
    deadline,
    tag,
    zone: showing?.zone ?? zone,
    showing: showing?.instant ?? null,
    winner: ending === null ? null : winnerOf(night),
    cancelled: ending?.kind === "cancelled",
    voters: ballots.size,
    proposals: [...proposals.values()].filter(({ withdrawn }) => !withdrawn).length,
    came: [...attendance.values()].filter((came) => came).length,
    carry: carriedOver ?? [],
    from,
  };
}

/** A night that a list tells of; undefined where its summary is none that this program writes. */
export interface ListedNight extends Summary {
  readonly id: string;
  readonly endedAt: Date | undefined;
}

export function listed({ id, summary, endedAt }: StoredNight): ListedNight | undefined {
  const read = readSummary(summary);
  return read && { ...read, id, endedAt };
}

export function readSummary(text: string | undefined): Summary | undefined {
  try {
    return summarySchema.safeParse(JSON.parse(text ?? "")).data;
  } catch {
    return undefined;
  }
}
