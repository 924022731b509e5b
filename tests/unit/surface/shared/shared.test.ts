/** What processes over one store know of each other; and that each goes on alone where the store is away or slow. */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Admission, LastAnswer } from "../../../../src/chat/ports.js";
import { StoreUnavailable } from "../../../../src/store/errors.js";
import { openStoreHere } from "../../../../src/store/opening/here.js";
import type { Store } from "../../../../src/store/port.js";
import { SharedLastAnswers } from "../../../../src/surface/shared/last-answers.js";
import { Patience } from "../../../../src/surface/shared/patience.js";
import { SharedQuestionLimits } from "../../../../src/surface/shared/question-limits.js";
import { SharedUpdateTurns } from "../../../../src/surface/shared/update-turns.js";
import { memoryFolder } from "../../../support/store/folder.js";

const folder = memoryFolder();
let store: Store;
beforeAll(async () => {
  store = await openStoreHere({ folder });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (second: number) => new Date(Date.UTC(2026, 10, 29, 20, 0, second));
/** That of these tests waits for whatever the machine is busy with. */
const patience = () => new Patience({ log: silent, most: 10_000 });
const silent = { info() {}, warn() {}, error() {} };
const away = () => Promise.reject(new StoreUnavailable("away"));
const never = () => new Promise<never>(() => undefined);

let people = 0;
function somebody() {
  people += 1;
  const asker = { id: `telegram:${people}`, moderates: false };
  return { place: { platform: "telegram", chat: "-100" }, asker };
}

function last(label: string): LastAnswer {
  const asked = { command: "votos", options: { titulo: "tmdb:862", cuantas: 3 } };
  return { asked, choices: [{ label, ...asked }], lines: [asked, null] };
}

describe("last answers", () => {
  const process = () => new SharedLastAnswers(async () => store.answers, patience());

  it("are gone on with by another process, and the newest counts wherever it was given", async () => {
    const [one, other] = [process(), process()];
    const who = somebody();
    one.set(who, last("first"), at(0));
    await one.settle();
    expect(await other.get(who, at(1))).toEqual(last("first"));
    expect(await other.get(somebody(), at(1))).toBeUndefined();
    other.set(who, last("second"), at(2));
    expect(await other.get(who, at(3))).toEqual(last("second"));
    await other.settle();
    expect(await one.get(who, at(3))).toEqual(last("second"));
    expect(await process().get(who, at(2 + 15 * 60))).toEqual(last("second"));
    expect(await process().get(who, at(3 + 15 * 60))).toBeUndefined();
  });

  it("name nobody but in the columns by which they are taken away", async () => {
    const who = somebody();
    const answers = process();
    answers.set(who, last("x"), at(0));
    await answers.settle();
    const { last_answers: rows = [] } = await store.privacy.ofPerson(who.asker.id);
    expect(rows).toMatchObject([{ person: who.asker.id, community: "telegram:-100" }]);
    expect(JSON.stringify({ ...rows[0], person: "", community: "" })).not.toMatch(/telegram|-100/u);
  });

  it("of another version of the program are passed over", async () => {
    const who = somebody();
    const answers = process();
    answers.set(who, last("x"), at(0));
    await answers.settle();
    const [row] = (await store.privacy.ofPerson(who.asker.id)).last_answers ?? [];
    const conversation = String(row?.conversation);
    await store.answers.keep([{ conversation, community: "c", body: '{"lines":7}', at: at(1) }]);
    expect(await answers.get(who, at(2))).toEqual(last("x"));
    expect(await process().get(who, at(2))).toBeUndefined();
  });

  it("are those of the process itself where the store is away", async () => {
    const alone = new SharedLastAnswers(away, patience());
    const who = somebody();
    alone.set(who, last("mine"), at(0));
    await alone.settle();
    expect(await alone.get(who, at(1))).toEqual(last("mine"));
  });
});

describe("limits", () => {
  const process = () => new SharedQuestionLimits(async () => store.counts, patience());
  const limits = { perPerson: 5, perChannel: 0 };

  it("hold for all processes together, whichever is asked", async () => {
    const who = somebody();
    const processes = [process(), process(), process()];
    const admitted: Admission[] = [];
    for (let second = 0; second < 12; second++) {
      const asked = processes[second % 3]?.admit(who, limits, at(second));
      admitted.push((await asked) ?? "silent");
      for (const each of processes) await each.settle();
    }
    expect(admitted.slice(0, 6)).toEqual([...Array(5).fill("answered"), "told"]);
    expect(admitted.filter((one) => one === "answered")).toHaveLength(5);
    // Who was told it at one is not told it at another.
    expect(admitted.filter((one) => one === "told")).toHaveLength(1);
    expect(await processes[1]?.admit(who, limits, at(60))).toBe("answered");
  });

  it("let no more through than one a process where all come at once", async () => {
    const who = somebody();
    const processes = [process(), process(), process()];
    const asked = processes.flatMap((each) =>
      Array.from({ length: 10 }, () => each.admit(who, limits, at(0))),
    );
    const answered = (await Promise.all(asked)).filter((one) => one === "answered");
    expect(answered.length).toBeGreaterThanOrEqual(5);
    expect(answered.length).toBeLessThanOrEqual(5 + 2);
  });

  it("count a channel for everybody in it, and no other", async () => {
    const [one, other] = [process(), process()];
    const place = { platform: "telegram", chat: "-7" };
    const ofChannel = { perPerson: 0, perChannel: 2 };
    const admit = async (process: SharedQuestionLimits, who: ReturnType<typeof somebody>) => {
      const admitted = await process.admit(who, ofChannel, at(0));
      await process.settle();
      return admitted;
    };
    expect(await admit(one, { ...somebody(), place })).toBe("answered");
    expect(await admit(other, { ...somebody(), place })).toBe("answered");
    expect(await admit(one, { ...somebody(), place })).toBe("told");
    expect(await admit(other, { ...somebody(), place: { ...place, chat: "-8" } })).toBe("answered");
  });

  it("are each process's own where the store is away", async () => {
    const alone = new SharedQuestionLimits(away, patience());
    const who = somebody();
    const admitted = [];
    for (let second = 0; second < 7; second++) admitted.push(await alone.admit(who, limits, at(second)));
    expect(admitted).toEqual([...Array(5).fill("answered"), "told", "silent"]);
  });

  it("write nobody's id down", async () => {
    const who = somebody();
    const limit = process();
    await limit.admit(who, { perPerson: 5, perChannel: 5 }, at(0));
    await limit.settle();
    const { items } = await store.privacy.rows("question_counts", { from: 0, size: 1_000 });
    expect(items.length).toBeGreaterThan(1);
    expect(JSON.stringify(items)).not.toMatch(/telegram/u);
  });
});

describe("updates", () => {
  const process = () => new SharedUpdateTurns(async () => store.seen, patience(), 5_000);

  it("are answered by one of the processes that are given them, and by another where that one is gone", async () => {
    const [one, other] = [process(), process()];
    expect(await one.take("telegram", "7", at(0))).toBe("mine");
    expect(await other.take("telegram", "7", at(1))).toBe("held");
    expect(await other.take("telegram", "8", at(1))).toBe("mine");
    // One never comes back with 7.
    expect(await other.take("telegram", "7", at(6))).toBe("mine");
    other.answered("telegram", "7");
    await other.settle();
    expect(await process().take("telegram", "7", at(60))).toBe("done");
  });

  it("are answered by whoever is given them where the store is away", async () => {
    const alone = new SharedUpdateTurns(away, patience());
    expect(await alone.take("telegram", "9", at(0))).toBe("mine");
    alone.answered("telegram", "9");
    await alone.settle();
  });
});

describe("patience", () => {
  it("ends, and is not had again for a while", async () => {
    let now = 0;
    const patience = new Patience({ log: silent, most: 5, clock: () => now });
    let asked = 0;
    const slow = () => {
      asked += 1;
      return never();
    };
    expect(await patience.for(slow)).toBeUndefined();
    expect(await patience.for(slow)).toBeUndefined();
    expect(await patience.for(async () => 1)).toBeUndefined();
    expect(asked).toBe(1);
    now += 1_001;
    expect(await patience.for(async () => 1)).toBe(1);
  });

  it("tells a fault of ours, and not that the store is away", async () => {
    const heard: string[] = [];
    const log = { ...silent, error: (_: object, message: string) => void heard.push(message) };
    expect(await new Patience({ log, most: 10_000 }).for(away)).toBeUndefined();
    expect(heard).toEqual([]);
    expect(
      await new Patience({ log, most: 10_000 }).for(() => Promise.reject(new TypeError("x"))),
    ).toBeUndefined();
    expect(heard).toHaveLength(1);
  });
});
