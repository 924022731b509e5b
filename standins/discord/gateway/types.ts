/** The gateway as tests see and trouble it. */

export interface GatewayState {
  readonly sessionId: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  readonly sequence: number;
  readonly connected: boolean;
}

/** The gateway's side, and its faults. */
export interface GatewayControl {
  readonly url: string;
  readonly sessions: readonly GatewayState[];
  /** Cuts every socket: without a code as a broken cable does (1006), with one as Discord closes. */
  drop(code?: number): void;
  /** Op 7 to every connection. */
  reconnect(): void;
  /** Op 9; sessions that may not be resumed are forgotten. */
  invalidate(resumable: boolean): void;
  /** Op 1 from the server: the client must answer with a heartbeat at once. */
  requestHeartbeat(): void;
  /** Heartbeats are no longer acknowledged (until told otherwise): a zombie connection. */
  muteAcks(on: boolean): void;
  /** The next RESUMEs are answered with op 9, not resumable. */
  refuseResumes(times: number): void;
  /** The next IDENTIFYs are closed with this code: 4004, 4013, 4014… */
  refuseIdentifies(code: number, times?: number): void;
  /** The next events are delivered twice, with the same sequence and ids. */
  duplicateNext(times: number): void;
  /** Sessions can no longer be resumed: what was missed is lost. */
  forgetSessions(): void;
  /** Resolves when `count` sessions are connected and READY (or resumed). */
  ready(count?: number, timeoutMs?: number): Promise<void>;
}
