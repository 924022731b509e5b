/** The few shapes of the Bot API that the stand-in itself handles; everything else passes through as it came. */

/** What a method is called with, already parsed. */
export type Payload = Readonly<Record<string, unknown>>;

/** How the Bot API says no. */
export interface Refusal {
  readonly error_code: number;
  readonly description: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

/** A rule looks at a payload and says why it is refused, or nothing. */
export type Rule = (payload: Payload) => string | undefined;

export interface User {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly username?: string;
  readonly language_code?: string;
}

/** What @BotFather was told of the bot. */
export interface BotSettings {
  can_join_groups: boolean;
  can_read_all_group_messages: boolean;
  supports_inline_queries: boolean;
}

export interface Chat {
  readonly id: number;
  readonly type: "private" | "group" | "supergroup" | "channel";
  readonly title?: string;
  readonly first_name?: string;
  readonly is_forum?: true;
}

export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

export interface Button {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
  readonly switch_inline_query?: string;
  readonly switch_inline_query_current_chat?: string;
}

export interface Markup {
  readonly inline_keyboard?: readonly (readonly Button[])[];
  readonly force_reply?: boolean;
  readonly selective?: boolean;
}

export interface Message {
  readonly message_id: number;
  readonly date: number;
  readonly chat: Chat;
  readonly from: User;
  readonly message_thread_id?: number;
  readonly is_topic_message?: true;
  readonly text?: string;
  readonly caption?: string;
  readonly entities?: readonly Entity[];
  readonly photo?: readonly unknown[];
  readonly document?: {
    readonly file_id: string;
    readonly file_unique_id: string;
    readonly file_name?: string;
  };
  readonly reply_markup?: Markup;
  readonly reply_to_message?: Message;
  readonly via_bot?: User;
  readonly sender_chat?: Chat;
  readonly is_automatic_forward?: true;
  readonly guest_query_id?: string;
  /** What the sender asked for and a client would act upon; not part of the Bot API's answer. */
  readonly standin?: { readonly preview: unknown; readonly photo?: string };
}

export interface Update {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}
