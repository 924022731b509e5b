/** A message sent to Telegram as HTML, much as its app on a phone shows it. */
import { escaped, PICTURE } from "./html.js";

interface Key {
  readonly text: string;
  readonly url?: string;
}

/** What the bot sent: of which method is told by what it holds. */
export interface Sent {
  readonly text?: string;
  readonly caption?: string;
  readonly photo?: unknown;
  readonly reply_markup?: { readonly inline_keyboard?: readonly (readonly Key[])[] };
}

export function drawTelegram({ text, caption, photo, reply_markup }: Sent): string {
  const keys = (reply_markup?.inline_keyboard ?? []).map(
    (row) => `<div class="row">${row.map(drawKey).join("")}</div>`,
  );
  const picture = photo === undefined ? "" : `<div class="photo">${PICTURE}</div>`;
  const words = (text ?? caption ?? "").replaceAll("\n", "<br>");
  return `<div class="bubble">${picture}<div>${words}</div></div>${keys.join("")}`;
}

function drawKey({ text, url }: Key): string {
  return `<span class="key">${escaped(text)}${url === undefined ? "" : " ↗"}</span>`;
}

export const TELEGRAM_STYLE = `
  body { background: #d7e3d0; color: #111 }
  .asked { color: #4b6a46 }
  .bubble { background: #fff; border-radius: 12px; padding: 8px 12px; margin-bottom: 4px }
  .photo .picture { width: 100%; height: 190px }
  blockquote { margin: 4px 0; padding: 3px 8px; border-left: 3px solid #4a8fd0; background: #edf4fb; border-radius: 4px }
  blockquote[expandable] { max-height: 4.1em; overflow: hidden; position: relative }
  blockquote[expandable]::after { content: "⌄"; position: absolute; right: 6px; bottom: 0; color: #4a8fd0 }
  pre { font-size: 11px; overflow: hidden; margin: 0 }
  .row { display: flex; gap: 4px; margin-bottom: 4px }
  .key { flex: 1; background: rgb(0 0 0 / 35%); color: #fff; border-radius: 8px; padding: 8px 4px; text-align: center; font-size: 13px }
`;
