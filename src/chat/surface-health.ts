/** How a surface stands that is connected to a platform, for whoever watches the bot. */
export interface SurfaceHealth {
  /** "discord". */
  readonly name: string;
  /** `starting` and `down` mend themselves; `stopped` needs the operator. */
  readonly state: "starting" | "up" | "down" | "stopped";
  /** Connections that are there, and those that there should be; 0 of 0 where the platform delivers to us. */
  readonly connected: number;
  readonly connections: number;
}
