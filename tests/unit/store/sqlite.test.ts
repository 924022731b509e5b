/** The embedded store does what every store must. */
import { rmSync } from "node:fs";
import { afterAll } from "vitest";
import { openStoreHere } from "../../../src/store/opening/here.js";
import { memoryFolder } from "../../support/store/folder.js";
import { storeCases } from "../../support/store/store.case.js";

const folder = memoryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

storeCases(() => openStoreHere({ folder }));
