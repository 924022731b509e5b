/** A chart in a process whose user is in no list of users, as those of containers and services often are. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../../src/package-root.js";

const NOBODY_KNOWN = 61_234;
const RENDERER = join(PACKAGE_ROOT, "dist/src/charts/render/renderer.js");
const SCRIPT = `import(${JSON.stringify(RENDERER)}).then(async ({ Renderer }) => {
  const renderer = new Renderer();
  const bytes = await renderer.raster('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  console.log(String.fromCharCode(...bytes.slice(1, 4)));
  await renderer.close();
})`;

it.skipIf(process.getuid?.() !== 0)("is drawn where the user has no home (skipped without root)", () => {
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", SCRIPT], {
    encoding: "utf8",
    cwd: "/",
    uid: NOBODY_KNOWN,
    gid: NOBODY_KNOWN,
    env: {},
  });
  expect({ stdout, stderr }).toEqual({ stdout: "PNG\n", stderr: "" });
});
