/** What is sent back: at once, or promised at once and sent when it is there. */
import {
  COMPONENTS_V2,
  type Edit,
  EPHEMERAL,
  type FileUpload,
  type Message,
  RESPONSE,
  type Rendered,
  type Response,
} from "../protocol.js";
import type { Interaction } from "./incoming.js";

/** After this long an answer is promised instead of given: a first response leaves within 1.5 s, and Discord waits 3. */
const PATIENCE = 1200;

/** All that is sent for one interaction. */
export interface Responses {
  /** Whom it is for; nobody in particular for a PING. */
  readonly interaction?: Interaction;
  readonly first: Response;
  /** Files of `first`. */
  readonly files?: readonly FileUpload[];
  /** Sent where Discord refuses `first`: the person is owed a word. @param code Discord's */
  readonly apology?: (code: number) => Message;
  /** Where `first` only promised an answer: makes it. Never rejects. */
  readonly promised?: () => Promise<Update>;
  /** Waits for a better version of what `first` says. Never rejects. */
  readonly better?: () => Promise<Update>;
  /** See `Update.onShown`. */
  readonly onShown?: Update["onShown"];
}

/** What is put in the place of an earlier response. */
export interface Update extends Rendered {
  /** Whether what it takes the place of is of before there were components: its text and embeds go with it. */
  readonly overEmbeds: boolean;
  /** It is told beside the message whose button was pressed, which stays, and to who pressed it alone. */
  readonly beside: boolean;
  /** Sent where Discord refuses it. @param code Discord's */
  readonly apology?: (code: number) => Message;
  /** Waits for a better version of it. Never rejects. */
  readonly better?: () => Promise<Update>;
  /** Told what Discord calls the message that shows it, where all see that. Never rejects. */
  readonly onShown?: (id: string) => Promise<void>;
}

/** How much time there is. */
export interface Pace {
  /** When the question arrived, by `performance.now()`. */
  readonly since: number;
  /** None: others wait as well. */
  readonly hurry: boolean;
}

/** An answer to be made, and the form it takes. */
export interface Answering {
  /** Never rejects. */
  readonly make: () => Promise<Update>;
  /** Whether it takes the place of the message whose button was pressed. */
  readonly replaces: boolean;
  /** Whether all may see it. */
  readonly open: boolean;
}

/** The answer where there is time for it, else the promise of one. */
export async function inTime(answering: Answering, { since, hurry }: Pace): Promise<Responses> {
  const { make, replaces } = answering;
  const first = promiseOf(answering);
  if (hurry) return { first, promised: make };

  const made = make();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(0, since + PATIENCE - performance.now()));
  });
  const update = await Promise.race([made, late]);
  clearTimeout(timer);
  if (!update) return { first, promised: () => made };
  const { message, files, beside, better, overEmbeds, onShown } = update;
  if (!replaces || beside)
    return { first: { type: RESPONSE.message, data: message }, files, better, onShown };
  return { first: { type: RESPONSE.update, data: editOf(message, overEmbeds) }, files, better, onShown };
}

function promiseOf({ replaces, open }: Pick<Answering, "replaces" | "open">): Response {
  if (replaces) return { type: RESPONSE.deferredUpdate };
  return { type: RESPONSE.deferredMessage, data: open ? {} : { flags: EPHEMERAL } };
}

/** A response with files as its promise: for where they cannot be sent with a first response. */
export function withoutFiles(responses: Responses): Responses {
  const { first, files = [], better, onShown } = responses;
  if (files.length === 0 || !("data" in first) || !("components" in first.data)) return responses;
  const { data: message } = first;
  const promise = { replaces: first.type === RESPONSE.update, open: (message.flags & EPHEMERAL) === 0 };
  const update: Update = { message, files, beside: false, overEmbeds: "embeds" in message, better, onShown };
  return {
    ...responses,
    first: promiseOf(promise),
    files: [],
    better: undefined,
    onShown: undefined,
    promised: async () => update,
  };
}

/**
 * The message as it takes the place of another: files that are not its own go with that one, and who sees it was decided
 * when that one was sent.
 * @param overEmbeds whether that one has text and embeds, which Discord does not take beside components
 */
export function editOf({ attachments = [], ...message }: Message, overEmbeds = false): Edit {
  const without = overEmbeds ? ({ content: null, embeds: [] } as const) : {};
  return { ...message, ...without, flags: COMPONENTS_V2, attachments };
}
