/** Parts that the rest answers without: what of them does not work is told by name. */
import { Gauge, type Registry } from "prom-client";
import type { Bot, EditionPart } from "../../../chat/contract.js";
import type { Ports } from "../../../chat/ports.js";

/** How what is kept stands; undefined while nobody needs it. */
type StoreHealth = Awaited<ReturnType<NonNullable<Ports["storeHealth"]>>>;

type Part = EditionPart | "charts" | "store";

/** Whether each part there is works; the store is none while nobody needs it. */
function partsOf({ edition, ports }: Bot, store: StoreHealth): ReadonlyMap<Part, boolean> {
  const damaged = new Set<Part>(edition.damaged?.());
  const parts = new Map<Part, boolean>([
    ["full_text", !damaged.has("full_text")],
    ["recommendations", !damaged.has("recommendations")],
  ]);
  if (ports.charts) parts.set("charts", ports.charts.isDamaged !== true);
  if (store) parts.set("store", store.state === "ready");
  return parts;
}

/** Names of those that do not work. */
export function faultyParts(bot: Bot, store: StoreHealth): readonly Part[] {
  return [...partsOf(bot, store)].flatMap(([part, works]) => (works ? [] : [part]));
}

export function addPartMetrics(registry: Registry, bot: () => Bot): void {
  new Gauge({
    name: "claqueta_part_up",
    help: "Whether a part works that the rest answers without",
    labelNames: ["part"],
    registers: [registry],
    async collect() {
      const now = bot();
      const store = await now.ports.storeHealth?.();
      this.reset();
      for (const [part, works] of partsOf(now, store)) this.set({ part }, works ? 1 : 0);
    },
  });
}
