/** What a command is given. Ports are types only: main hands the services in. */
import type { Catalog } from "../catalog/catalog.js";
import type { Find, FullText } from "../find/port.js";
import type { Recommender } from "../recommend/recommender.js";
import type { Command } from "./command.js";
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
}
