/** What a command is given. Ports are types only: main hands the services in. */
import type { Catalog } from "../catalog/catalog.js";
import type { Find, FullText } from "../find/port.js";
import type { Recommender } from "../recommend/recommender.js";
import type { Refresher, RefreshStatus } from "../refresh/port.js";
import type { Command } from "./command/command.js";
import type { Locale } from "./locale.js";

/** What lasts as long as an index version. */
export interface Services {
  readonly catalog: Catalog;
  readonly find: Find;
  /** Reads the full text when first asked for; rejects where it is damaged. */
  readonly fullText: () => Promise<FullText>;
  /** Reads what recommendations are looked up in when first asked for; rejects where it is damaged. */
  readonly recommender: () => Promise<Recommender>;
  readonly commands: readonly Command[];
  readonly settings: AnswerSettings;
  /** How bringing the data up to date stands; undefined where nobody does. */
  readonly refresh?: RefreshStatus;
  /** What operators may do besides; undefined where there are none. */
  readonly operators?: Operators;
}

/** Who runs this bot, and may look after it from a chat. */
export interface Operators {
  /** Whom their platforms vouch for: "discord:123", "telegram:456". */
  readonly ids: ReadonlySet<string>;
  /** Offered to nobody, and run for operators alone. */
  readonly commands: readonly Command[];
  readonly refresher: Refresher;
}

/** Settings that change what an answer says. */
export interface AnswerSettings {
  /** `/votos` gives no average below this many votes. */
  readonly minimumVotes: number;
}

/** One question's surroundings. */
export interface Context extends Services {
  readonly locale: Locale;
  readonly now: Date;
  /** Who asks, where a platform vouches for it: "discord:123". */
  readonly asker?: string;
}
