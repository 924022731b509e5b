/** A Discord message as HTML, much as its dark theme on a phone shows it. */
import { COMPONENT, type Message, type Part } from "../../../../src/adapters/discord/protocol.js";
import { escaped, PICTURE } from "./html.js";

export function drawDiscord({ components }: Message): string {
  return components
    .map(({ accent_color, components: parts }) => {
      const colour = (accent_color ?? 0).toString(16).padStart(6, "0");
      return `<div class="container" style="border-color:#${colour}">${parts.map(drawPart).join("")}</div>`;
    })
    .join("");
}

function drawPart(part: Part): string {
  switch (part.type) {
    case COMPONENT.text:
      return `<div>${markdown(part.content)}</div>`;
    case COMPONENT.section:
      return `<div class="section"><div>${part.components.map(({ content }) => markdown(content)).join("")}</div>${PICTURE}</div>`;
    case COMPONENT.separator:
      return "<hr>";
    case COMPONENT.row:
      return `<div class="row">${part.components.map(drawPressable).join("")}</div>`;
    default:
      return `<div class="gallery">${PICTURE}</div>`;
  }
}

type Pressable = Extract<Part, { type: typeof COMPONENT.row }>["components"][number];

function drawPressable(one: Pressable): string {
  if ("placeholder" in one || "options" in one)
    return `<span class="menu">${escaped(one.placeholder ?? "")} ⌄</span>`;
  if (!("label" in one)) return "";
  const mark = "url" in one ? " ↗" : "";
  return `<span class="button${one.disabled ? " off" : ""}">${escaped(one.label ?? "")}${mark}</span>`;
}

/** What of Discord's Markdown the bot writes. */
function markdown(text: string): string {
  return escaped(text)
    .replace(/```(?:\w*\n)?([\s\S]*?)```/gu, "<pre>$1</pre>")
    .replace(/^### (.*)$/gmu, "<b class='head'>$1</b>")
    .replace(/^-# (.*)$/gmu, "<small>$1</small>")
    .replace(/\*\*(.+?)\*\*/gu, "<b>$1</b>")
    .replace(/&lt;(\/[^:&]+):\d+&gt;/gu, "<i class='command'>$1</i>")
    .replace(/\[([^\]]+)\]\((?:https?:[^)]+)\)/gu, "<u>$1</u>")
    .replace(/\\(?=[\p{P}\p{S}])/gu, "")
    .replaceAll("\n", "<br>");
}

export const DISCORD_STYLE = `
  body { background: #313338; color: #dbdee1 }
  .asked { color: #949ba4 }
  .container { background: #2b2d31; border-left: 4px solid; border-radius: 6px; padding: 10px 12px; display: grid; gap: 8px }
  .head { font-size: 17px; color: #f2f3f5 }
  small { color: #949ba4; font-size: 11px }
  .section { display: grid; grid-template-columns: 1fr auto; gap: 10px }
  hr { border: 0; border-top: 1px solid #3f4147; width: 100%; margin: 2px 0 }
  .row { display: flex; flex-wrap: wrap; gap: 6px }
  .button { background: #4e5058; color: #fff; border-radius: 4px; padding: 6px 10px; font-size: 13px }
  .menu { background: #1e1f22; border-radius: 4px; padding: 8px 10px; flex: 1; color: #949ba4 }
  .off { opacity: .5 }
  .command { background: #3c4270; color: #c9cdfb; font-style: normal; border-radius: 3px; padding: 0 2px }
  pre { background: #1e1f22; padding: 6px; border-radius: 4px; overflow: hidden; font-size: 11px; margin: 0 }
`;
