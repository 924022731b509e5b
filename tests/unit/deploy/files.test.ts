/**
 * What lies in `deploy/` is true of the program, and taken by the tools that will read it: each check by a tool says where
 * it is skipped for want of it.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { KNOWN_VARIABLES } from "../../../src/app/config/config.js";
import { ask } from "../../../src/chat/ask.js";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import { QuestionCounts } from "../../../src/surface/question-counts.js";
import { asking, bot, createBot } from "../../support/fakes.js";
import { fakeSurface, hostOf } from "../../support/http-host.js";

const DEPLOY = join(PACKAGE_ROOT, "deploy");
const file = (name: string) => readFileSync(join(DEPLOY, name), "utf8");
const folder = mkdtempSync(join(tmpdir(), "claqueta-deploy-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a tool; undefined where it is not there. */
function tool(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return spawnSync(command, args, { encoding: "utf8", cwd: PACKAGE_ROOT, env: { ...process.env, ...env } });
}
const isThere = (command: string, ...args: string[]) => tool(command, args).error === undefined;

describe("alerts and dashboard", () => {
  it("ask for figures that the program tells", async () => {
    const questions = new QuestionCounts();
    await ask(questions.of("discord", () => bot)(), "/votos titanic", asking());
    const status = {
      lastRun: null,
      lastSuccess: null,
      lastFailure: { at: "2026-01-02T03:04:06Z", source: "tmdb", kind: "unreachable", id: "0a1b2c3d" },
      sources: [{ name: "tmdb", lastSuccess: null, asOf: null, count: null }],
      published: null,
      runs: { failed: 1 },
    } as const;
    const refresher = { run: () => Promise.reject(new Error("nobody asks")), progress: undefined };
    const known = createBot({ ports: { refresh: { status: () => status, refresher } } });
    const host = await hostOf(known, { questions, surfaces: () => [fakeSurface("discord")] });
    await host.get("/api/votos/titanic");
    const { text } = await host.get("/metrics");
    await host.app.close();
    const told = new Set([...text.matchAll(/^(\w+)[{ ]/gmu)].map(([, name]) => name));
    const asked = new Set(
      [
        ...`${file("monitoring/alerts.yaml")}${file("monitoring/dashboard.json")}`.matchAll(
          /\b((?:claqueta|nodejs|process)_\w+)/gu,
        ),
      ].map(([, name]) => name),
    );
    expect(asked.size).toBeGreaterThan(20);
    expect([...asked].filter((name) => !told.has(name))).toEqual([]);
  });

  it("are told what to do about, each in both guides", () => {
    const alerts = [...file("monitoring/alerts.yaml").matchAll(/alert: (\w+)/gu)].map(
      ([, name = ""]) => name,
    );
    expect(alerts.length).toBeGreaterThan(10);
    for (const path of ["docs/es/operaciones.md", "docs/en/operations.md"]) {
      const guide = readFileSync(join(PACKAGE_ROOT, path), "utf8");
      expect(alerts.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
    }
  });

  it.skipIf(!isThere("promtool", "--version"))("are taken by promtool (skipped without)", () => {
    expect(tool("promtool", ["check", "config", join(DEPLOY, "monitoring/prometheus.yaml")]).status).toBe(0);
    const tested = tool("promtool", ["test", "rules", join(DEPLOY, "monitoring/alerts.test.yaml")]);
    expect({ status: tested.status, said: tested.stdout + tested.stderr }).toMatchObject({ status: 0 });
  });

  it("is a dashboard whose panels do not overlap", () => {
    const { panels } = JSON.parse(file("monitoring/dashboard.json")) as {
      panels: { id: number; gridPos: { x: number; y: number; w: number; h: number } }[];
    };
    const taken = panels.map(({ gridPos: { x, y } }) => `${x} ${y}`);
    expect(new Set(taken).size).toBe(panels.length);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { gridPos } of panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
  });
});

describe("every file", () => {
  const names = readdirSync(DEPLOY, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.\w+$|file$/u.test(name),
  );

  it.each(names)("names only variables that there are: %s", (name) => {
    const set = [...file(name).matchAll(/^\s*(?:- )?(?:\{ name: |)([A-Z][A-Z_]{3,})(?::|=|, value)/gmu)].map(
      ([, variable = ""]) => variable,
    );
    const others = ["NODE_ENV", "POSTGRES_USER", "POSTGRES_DB", "POSTGRES_PASSWORD", "HEALTHCHECK", "VOLUME"];
    expect(set.filter((one) => !KNOWN_VARIABLES.includes(one) && !others.includes(one))).toEqual([]);
  });

  it("leaves more time to end than draining takes", () => {
    for (const name of ["kubernetes/one.yaml", "kubernetes/replicas.yaml"]) {
      const [, drain] = /DRAIN_SECONDS, value: "(\d+)"/u.exec(file(name)) ?? [];
      const [, grace] = /terminationGracePeriodSeconds: (\d+)/u.exec(file(name)) ?? [];
      expect(Number(grace)).toBeGreaterThanOrEqual(Number(drain) + 10);
    }
  });
});

describe("figures", () => {
  it("are asked for where Compose and the guides have them told", () => {
    const [, target = ""] = /targets: \["([\d.:]+)"\]/u.exec(file("monitoring/prometheus.yaml")) ?? [];
    const port = target.split(":").at(-1);
    expect(file("compose.yaml")).toContain(`METRICS_ADDRESS: 0.0.0.0:${port}`);
    expect(file("compose.yaml")).toContain(`- "${target}:${port}"`);
    for (const path of ["docs/es/operaciones.md", "docs/en/operations.md"]) {
      expect(readFileSync(join(PACKAGE_ROOT, path), "utf8")).toContain(`METRICS_ADDRESS=${target}\n`);
    }
  });
});

describe("proxies", () => {
  it.skipIf(!isThere("caddy", "version"))("are taken by Caddy (skipped without)", () => {
    const path = join(DEPLOY, "proxy/Caddyfile");
    const { status, stderr } = tool("caddy", ["validate", "--config", path, "--adapter", "caddyfile"], {
      HOME: folder,
    });
    expect({ status, stderr }).toMatchObject({ status: 0 });
  });

  const hasNginx = isThere("nginx", "-v") && isThere("openssl", "version");
  it.skipIf(!hasNginx)("are taken by nginx (skipped without it and openssl)", () => {
    const certificate = ["-subj", "/CN=cine.example", "-keyout", "key.pem", "-out", "cert.pem", "-days", "1"];
    const made = spawnSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", ...certificate], {
      cwd: folder,
    });
    expect(made.status).toBe(0);
    const site = file("proxy/nginx.conf")
      .replace(/\/etc\/letsencrypt\S+fullchain\.pem/u, join(folder, "cert.pem"))
      .replace(/\/etc\/letsencrypt\S+privkey\.pem/u, join(folder, "key.pem"));
    const path = join(folder, "nginx.conf");
    const own = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((name) => `${name}_temp_path ${join(folder, name)};`)
      .join("\n");
    writeFileSync(
      path,
      `pid ${folder}/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n${own}\n${site}\n}\n`,
    );
    const { status, stderr } = tool("nginx", ["-t", "-p", folder, "-c", path]);
    expect({ status, stderr }).toMatchObject({ status: 0 });
  });
});

describe("containers", () => {
  it.skipIf(!isThere("docker-compose", "version"))(
    "are taken by Compose, alone and with PostgreSQL (skipped without)",
    () => {
      cpSync(DEPLOY, join(folder, "deploy"), { recursive: true });
      // Versions of Compose before the specification do not know the line.
      const bare = file("compose.yaml").replace(/^name: .*\n/mu, "");
      writeFileSync(join(folder, "deploy/compose.yaml"), bare);
      writeFileSync(join(folder, ".env"), "");
      const files = (...names: string[]) => names.flatMap((name) => ["-f", join(folder, "deploy", name)]);
      const env = { POSTGRES_PASSWORD: "made-up" };
      const alone = tool("docker-compose", [...files("compose.yaml"), "config"], env);
      expect({ status: alone.status, said: alone.stderr }).toMatchObject({ status: 0 });
      const both = tool("docker-compose", [...files("compose.yaml", "compose.postgres.yaml"), "config"], env);
      expect({ status: both.status, said: both.stderr }).toMatchObject({ status: 0 });
      expect(both.stdout).toContain("DATABASE_URL: postgres://claqueta:made-up@postgres/claqueta");
      expect(both.stdout).toContain("DATA_DIR: /data");
      const forgotten = tool("docker-compose", [...files("compose.yaml", "compose.postgres.yaml"), "config"]);
      expect(forgotten.status).not.toBe(0);
    },
  );
});

describe("the service", () => {
  it.skipIf(!isThere("systemd-analyze", "--version"))("is taken by systemd (skipped without)", () => {
    const { status, stderr } = tool("systemd-analyze", ["verify", join(DEPLOY, "claqueta.service")]);
    // What it runs is not installed here.
    const said = stderr
      .split("\n")
      .filter((line) => line.includes("claqueta.service") && !line.includes("/opt/claqueta"));
    expect({ status, said }).toEqual({ status: 0, said: [] });
  });
});
