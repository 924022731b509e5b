import type { StandIn, StandInOptions } from "./types.js";

export const StandInDiscord = {
  start(_options: StandInOptions): Promise<StandIn> {
    return Promise.reject(new Error("the stand-in Discord is being written"));
  },
};
