/** The source that the data of the day comes from: every film of it says which hour it is of. */
import { type KaggleWorld, type StandIn, startKaggle } from "../../../../standins/sources/index.js";
import { zipOf } from "../../../support/source-files.js";
import { FEED_FILMS, feedOf } from "../../refresh/feed.js";

const DATASET = "claqueta/day";

export type Outage = NonNullable<KaggleWorld["outage"]>;

export interface Upstream {
  /** For the program that refreshes. */
  readonly env: NodeJS.ProcessEnv;
  /** The popularity of every film is its hour. @param share of the films that it has */
  offer(hour: number, share?: number): void;
  /** Nothing else comes from it until it is over. */
  outage(kind: Outage | undefined): void;
  close(): Promise<void>;
}

export async function startUpstream(): Promise<Upstream> {
  const world: KaggleWorld = {
    user: "ana",
    key: "made-up-key",
    token: "made-up-token",
    datasets: new Map(),
    faults: [],
  };
  const standIn: StandIn = await startKaggle(world);
  return {
    env: { SOURCES: `kaggle:${DATASET}`, KAGGLE_API_URL: standIn.url },
    offer(hour, share = 1) {
      const films = FEED_FILMS.slice(0, FEED_FILMS.length * share).map((film) => ({
        ...film,
        movie: { ...film.movie, popularity: String(hour), runtime: String(60 + hour) },
      }));
      const lastUpdated = new Date(Date.UTC(2026, 0, 1, hour, share * 10)).toISOString();
      world.datasets.set(DATASET, { lastUpdated, zip: zipOf(feedOf(films)), open: true });
    },
    outage(kind) {
      world.outage = kind;
    },
    close: () => standIn.close(),
  };
}
