/** What processes that share a store sign with. Types only. */

export interface Keys {
  /**
   * The key of that name, the same for all processes and for good.
   * @param made a new one, for where there is none yet
   */
  of(name: string, made: string): Promise<string>;
}
