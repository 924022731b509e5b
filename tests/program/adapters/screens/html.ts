/** What the screens of all platforms share. */

/** Stands for a poster: no test goes further than this machine. */
export const PICTURE = `<div class="picture">🎞</div>`;

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Phones of 390 px beside and below each other, an answer each. */
export function sheet(style: string, screens: readonly (readonly [asked: string, shown: string])[]): string {
  const phones = screens.map(
    ([asked, shown]) => `<section><p class="asked">/${escaped(asked)}</p>${shown}</section>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; padding: 8px; font: 14px/1.35 system-ui, "DejaVu Sans", sans-serif; width: 1990px; columns: 5; column-gap: 8px }
    section { width: 390px; box-sizing: border-box; padding: 8px; break-inside: avoid; overflow-wrap: anywhere }
    .asked { margin: 0 0 6px; font-weight: 600 }
    .picture { width: 76px; height: 110px; border-radius: 6px; background: #456; display: grid; place-items: center; font-size: 26px }
    ${style}
  </style><body>${phones.join("")}</body>`;
}
