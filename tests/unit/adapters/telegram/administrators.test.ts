/** For how long it is believed that somebody administers a group. */
import type { Api } from "grammy";
import { expect, it } from "vitest";
import { Administrators } from "../../../../src/adapters/telegram/transport/administrators.js";

const GROUP = -100;
const [ANA, LEO] = [1, 2];

/** Telegram as far as it tells of administrators. */
function telegram() {
  const state = { clock: 0, asked: 0, list: [ANA] as readonly number[], away: false };
  const api = {
    async getChatAdministrators() {
      state.asked++;
      if (state.away) throw new Error("away");
      return state.list.map((id) => ({ user: { id } }));
    },
  } as unknown as Api;
  const administrators = new Administrators(() => state.clock);
  return { state, may: (person: number) => administrators.include(api, GROUP, person) };
}

it("forgets within ten seconds whoever is one no more", async () => {
  const { state, may } = telegram();
  expect(await may(ANA)).toBe(true);
  state.list = [];
  state.clock = 9_999;
  expect(await may(ANA)).toBe(true);
  state.clock = 10_000;
  expect(await may(ANA)).toBe(false);
});

it("asks once a minute for those who are none, and at most every ten seconds for those who are", async () => {
  const { state, may } = telegram();
  for (; state.clock < 60_000; state.clock += 1_000) expect(await may(LEO)).toBe(false);
  expect(state.asked).toBe(1);
  state.list = [ANA, LEO];
  for (; state.clock < 120_000; state.clock += 1_000) expect(await may(LEO)).toBe(true);
  expect(state.asked).toBe(1 + 6);
});

it("believes nobody while Telegram does not tell, and asks again soon", async () => {
  const { state, may } = telegram();
  expect(await may(ANA)).toBe(true);
  Object.assign(state, { away: true, clock: 10_000 });
  expect(await may(ANA)).toBe(false);
  expect(await may(ANA)).toBe(false);
  expect(state.asked).toBe(2);
  Object.assign(state, { away: false, clock: 20_000 });
  expect(await may(ANA)).toBe(true);
});
