/**
 * What communities have set, in front of the store: from memory, since every question asks for it. Of a community that is
 * not known the first question waits a moment for the store. Of one that is known it is looked every few seconds whether
 * another process changed something, as long as somebody asks there. With the store away what is known stands.
 */
import type { Place } from "../../chat/asking.js";
import { communityOf, scopeOf } from "../../chat/kept.js";
import type { PlaceSettings } from "../../chat/ports.js";
import type { Settings } from "../../settings/declared.js";
import { resolve, type Within } from "../../settings/resolve.js";
import { nextTurn } from "../../steps.js";
import type { CommunityId, CommunitySettings, Repositories } from "../../store/port.js";
import { BoundedMap } from "../bounded-map.js";

/** Communities that are kept, each with its places. */
const KEPT = 20_000;
/** Milliseconds after which it is looked again whether something was changed elsewhere. */
const LOOK_EVERY = 3_000;
/** Communities that are looked at together. */
const MOST_AT_ONCE = 500;
/** Places of a community whose settings are kept as they were resolved. */
const PLACES_KEPT = 200;

type StoredSettings = Pick<Repositories["settings"], "all" | "revisions">;

interface Community {
  /** Undefined where the store could not be asked yet. */
  readonly revision: number | undefined;
  readonly values: CommunitySettings["values"];
  /** By place; that of the community as a whole under "". */
  readonly resolved: Map<string, Settings>;
  /** Whether something is set for less than the whole. */
  readonly isDivided: boolean;
  /** When it was last compared with the store, by `clock`. */
  looked: number;
  /** Which of our readings it comes from. */
  readonly reading: number;
}

export interface PlaceSettingsOptions {
  /** What holds where nobody set anything. */
  readonly operators: Settings;
  /** Milliseconds that only grow; `performance.now` unless said. */
  readonly clock?: () => number;
  /** Whether anything is kept at all: before that nobody set anything. Always, unless said. */
  readonly isKept?: () => boolean;
  /** Milliseconds that a community's first question waits for the store. */
  readonly patience: number;
}

export class StoredPlaceSettings implements PlaceSettings {
  readonly #settings: () => Promise<StoredSettings>;
  readonly #operators: Settings;
  readonly #clock: () => number;
  readonly #isKept: () => boolean;
  readonly #patience: number;
  readonly #known = new BoundedMap<CommunityId, Community>(KEPT);
  /** First readings that are under way. */
  readonly #first = new Map<CommunityId, Promise<void>>();
  /** Communities that nothing is known of, whose revisions are about to be asked for together. */
  #new = new Set<CommunityId>();
  #newRevisions: Promise<ReadonlyMap<CommunityId, number>> | undefined;
  /** Communities that are to be compared. */
  #due = new Set<CommunityId>();
  #comparing: Promise<void> | undefined;
  #readings = 0;

  /** @param settings rejects while the store is away */
  constructor(
    settings: () => Promise<StoredSettings>,
    { operators, clock = () => performance.now(), isKept = () => true, patience }: PlaceSettingsOptions,
  ) {
    this.#settings = settings;
    this.#isKept = isKept;
    this.#patience = patience;
    this.#operators = operators;
    this.#clock = clock;
  }

  of(place: Place): Settings {
    const known = this.#known.get(communityOf(place));
    if (known === undefined || known.values.length === 0) return this.#operators;
    const within = known.isDivided ? scopeOf(place) : WHOLE;
    const key = within.channel === undefined ? "" : `${within.channel}\n${within.topic ?? ""}`;
    const before = known.resolved.get(key);
    if (before) return before;
    const settings = resolve(known.values, within, this.#operators);
    if (known.resolved.size >= PLACES_KEPT) known.resolved.clear();
    known.resolved.set(key, settings);
    return settings;
  }

  prepare(place: Place): Promise<void> | undefined {
    if (!this.#isKept()) return undefined;
    const community = communityOf(place);
    const known = this.#known.get(community);
    if (known === undefined) return this.#firstOf(community);
    if (this.#clock() - known.looked >= LOOK_EVERY) this.#compare(community, known);
    return undefined;
  }

  async reread(place: Place): Promise<void> {
    try {
      await this.#read(communityOf(place));
    } catch {
      // What was known stands, and it is compared again before long.
    }
  }

  /** Resolves once nothing is being read. */
  async settle(): Promise<void> {
    while (this.#comparing !== undefined || this.#first.size > 0) {
      await Promise.all([this.#comparing, ...this.#first.values()]);
    }
  }

  /** Everybody who asks meanwhile waits for the same reading, and none longer than the first. */
  #firstOf(community: CommunityId): Promise<void> {
    const under = this.#first.get(community);
    if (under) return under;
    const reading = this.#readNew(community).catch(() => this.#note(community, undefined));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        // It is read on, and whoever asks next need not wait.
        if (this.#known.get(community) === undefined) this.#note(community, undefined);
        resolve();
      }, this.#patience);
    });
    const first = Promise.race([reading, late]).finally(() => {
      clearTimeout(timer);
      this.#first.delete(community);
    });
    this.#first.set(community, first);
    return first;
  }

  /** Most communities never set anything: of them the revision says it all. */
  async #readNew(community: CommunityId): Promise<void> {
    const reading = ++this.#readings;
    this.#new.add(community);
    this.#newRevisions ??= this.#askNewRevisions();
    const revision = (await this.#newRevisions).get(community) ?? 0;
    if (revision > 0) await this.#read(community);
    else this.#noteRead(community, { revision, values: [] }, reading);
  }

  /** Those who write at the same moment are many after a pause: they are asked for together. */
  async #askNewRevisions(): Promise<ReadonlyMap<CommunityId, number>> {
    await nextTurn();
    const communities = [...this.#new];
    this.#new = new Set();
    this.#newRevisions = undefined;
    return (await this.#settings()).revisions(communities);
  }

  async #read(community: CommunityId): Promise<void> {
    const reading = ++this.#readings;
    const settings = await this.#settings();
    this.#noteRead(community, await settings.all(community), reading);
  }

  /** What was read after it, and came before it, is newer. */
  #noteRead(community: CommunityId, read: CommunitySettings, reading: number): void {
    if ((this.#known.get(community)?.reading ?? 0) <= reading) this.#note(community, read, reading);
  }

  /** @param read undefined where the store could not be asked */
  #note(community: CommunityId, read: CommunitySettings | undefined, reading = 0): void {
    const { revision, values = [] } = read ?? {};
    const isDivided = values.some(({ scope }) => scope.channel !== undefined);
    const looked = this.#clock();
    this.#known.set(community, { revision, values, resolved: new Map(), isDivided, looked, reading });
  }

  #compare(community: CommunityId, known: Community): void {
    known.looked = this.#clock();
    if (this.#due.size < MOST_AT_ONCE) this.#due.add(community);
    this.#comparing ??= this.#compareDue();
  }

  /** Never rejects: with the store away what is known stands, and it is tried again when it is due. */
  async #compareDue(): Promise<void> {
    // Those that become due at the same moment are asked for together.
    await nextTurn();
    const due = [...this.#due];
    this.#due = new Set();
    try {
      const revisions = await (await this.#settings()).revisions(due);
      const changed = due.filter(
        (community) => (revisions.get(community) ?? 0) !== this.#known.get(community)?.revision,
      );
      for (const community of changed) await this.#read(community);
    } catch {
      // Away: the log tells of it.
    }
    this.#comparing = this.#due.size > 0 ? this.#compareDue() : undefined;
  }
}

const WHOLE: Within = {};
