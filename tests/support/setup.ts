/** Runs before every test file, also where modules are kept from one file to the next. */
import { afterAll, afterEach } from "vitest";
import { cleanUpFile, cleanUpTest } from "./clean-up.js";

afterEach(cleanUpTest);
afterAll(cleanUpFile);
