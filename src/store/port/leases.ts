/** Who of several processes may do something alone, for a while. Types only. */

export interface Lease {
  readonly name: string;
  /** Which process: unique among all of them. */
  readonly owner: string;
  /** Grows with every take: whoever was given a smaller one has lost it. */
  readonly fence: number;
  readonly until: Date;
}

export interface Leases {
  /** @returns undefined where another holds it; whoever holds it takes it anew */
  take(name: string, owner: string, now: Date, until: Date): Promise<Lease | undefined>;
  /** @returns undefined where it was lost: it ran out and another took it */
  renew(lease: Lease, until: Date): Promise<Lease | undefined>;
  /** Gives it back, where it is still held. */
  release(lease: Lease): Promise<void>;
  holder(name: string, now: Date): Promise<Lease | undefined>;
}
