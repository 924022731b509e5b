/** The stand-in's time, which tests can move on, and the ids made from it. */

const DISCORD_EPOCH = 1_420_070_400_000n;

export class Clock {
  #ahead = 0;
  #serial = 0n;

  now(): number {
    return Date.now() + this.#ahead;
  }

  advance(ms: number): void {
    this.#ahead += ms;
  }

  /** A snowflake: the time since 2015 above 22 bits of serial number. */
  id(): string {
    this.#serial = (this.#serial + 1n) & 0x3f_ffffn;
    return (((BigInt(this.now()) - DISCORD_EPOCH) << 22n) | this.#serial).toString();
  }
}
