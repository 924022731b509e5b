/** `ask`: see `ask/ask.ts`. */
import { loadProgram } from "../load-program.js";

const { main } = await loadProgram("ask", () => import("./ask/ask.js"));
process.exitCode = await main();
