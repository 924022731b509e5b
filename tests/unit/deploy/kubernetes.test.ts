/** The manifests are what Kubernetes takes, and say the same of names, ports, users and volumes as each other and the image. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import { type Manifest, manifestSchema } from "./kubernetes-schema.js";

type OfKind<Kind extends Manifest["kind"]> = Extract<Manifest, { kind: Kind }>;

const DEPLOY = join(PACKAGE_ROOT, "deploy");
const DOCKERFILE = readFileSync(join(DEPLOY, "Dockerfile"), "utf8");
/** The id of the user "node" in the images of Node. */
const NODE_USER = 1000;
/** What the program's own server answers to whoever looks after it. */
const WHETHER_ALIVE = "/healthz";
const WHETHER_READY = "/readyz";

function read(name: string): readonly Manifest[] {
  return parseAllDocuments(readFileSync(join(DEPLOY, "kubernetes", name), "utf8"), { strict: true }).map(
    (document) => {
      expect(document.errors).toEqual([]);
      return manifestSchema.parse(document.toJS());
    },
  );
}

function ofKind<Kind extends Manifest["kind"]>(manifests: readonly Manifest[], kind: Kind): OfKind<Kind>[] {
  return manifests.filter((one): one is OfKind<Kind> => one.kind === kind);
}

function onlyOf<Kind extends Manifest["kind"]>(manifests: readonly Manifest[], kind: Kind): OfKind<Kind> {
  const [only, ...others] = ofKind(manifests, kind);
  if (only === undefined || others.length > 0) throw new Error(`not one ${kind}`);
  return only;
}

describe.each(["one.yaml", "replicas.yaml"])("%s", (file) => {
  const manifests = read(file);
  const { spec } = onlyOf(manifests, "Deployment");
  const pod = spec.template.spec;
  const [container] = pod.containers;
  const variable = (name: string) => container.env.find((one) => one.name === name)?.value;
  const portNamed = (wanted: number | string) =>
    container.ports.find(({ name, containerPort }) => name === wanted || containerPort === wanted);

  it("selects its own pods, whoever asks for them", () => {
    const { labels } = spec.template.metadata;
    const selecting = [
      spec.selector.matchLabels,
      onlyOf(manifests, "Service").spec.selector,
      ...ofKind(manifests, "PodDisruptionBudget").map((budget) => budget.spec.selector.matchLabels),
      ...(pod.topologySpreadConstraints ?? []).map(({ labelSelector }) => labelSelector.matchLabels),
    ];
    for (const selector of selecting) expect(labels).toMatchObject(selector);
  });

  it("sends requests, looks and scrapes to ports that the program listens on", () => {
    expect(portNamed("http")?.containerPort).toBe(Number(variable("PORT")));
    expect(portNamed("metrics")?.containerPort).toBe(Number(variable("METRICS_ADDRESS")?.split(":").at(-1)));
    expect(spec.template.metadata.annotations["prometheus.io/port"]).toBe(
      String(portNamed("metrics")?.containerPort),
    );
    for (const { targetPort } of onlyOf(manifests, "Service").spec.ports) {
      expect(portNamed(targetPort)?.name).toBe("http");
    }
    expect(variable("HOST")).toBe("0.0.0.0");
    expect(DOCKERFILE).toMatch(new RegExp(`^EXPOSE ${variable("PORT")}$`, "mu"));
  });

  it("asks whether it lives and whether it is ready where each is told", () => {
    expect(container.startupProbe.httpGet).toEqual({ path: WHETHER_ALIVE, port: "http" });
    expect(container.livenessProbe.httpGet).toEqual({ path: WHETHER_ALIVE, port: "http" });
    expect(container.readinessProbe.httpGet).toEqual({ path: WHETHER_READY, port: "http" });
    // A store that is away for a while is no reason to end it; to learn that it ends has to be quick.
    const { livenessProbe: alive, readinessProbe: ready } = container;
    expect(alive.periodSeconds * alive.failureThreshold).toBeGreaterThanOrEqual(30);
    expect(ready.periodSeconds * ready.failureThreshold).toBeLessThan(Number(variable("DRAIN_SECONDS")));
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(Number(variable("DRAIN_SECONDS")));
  });

  it("runs as the image's user, who owns the volume", () => {
    expect(DOCKERFILE).toMatch(/^USER node$/mu);
    const { runAsUser, runAsGroup, fsGroup } = pod.securityContext;
    expect([runAsUser, runAsGroup, fsGroup]).toEqual([NODE_USER, NODE_USER, NODE_USER]);
  });

  it("mounts volumes that there are, the data where the program and the image have it", () => {
    const volumes = new Set(pod.volumes.map(({ name }) => name));
    expect(new Set(container.volumeMounts.map(({ name }) => name))).toEqual(volumes);
    const data = container.volumeMounts.find(({ name }) => name === "data");
    expect(data?.mountPath).toBe(variable("DATA_DIR"));
    expect(DOCKERFILE).toMatch(new RegExp(`^VOLUME ${data?.mountPath}$`, "mu"));
    const claims = ofKind(manifests, "PersistentVolumeClaim").map(({ metadata }) => metadata.name);
    const wanted = pod.volumes.flatMap((volume) =>
      "persistentVolumeClaim" in volume ? volume.persistentVolumeClaim.claimName : [],
    );
    expect(wanted).toEqual(claims);
  });

  it("sets nothing in two places: what stands here is what its head tells to leave out of .env", () => {
    const [, told = ""] =
      /\.env leaves out ([^:]+):/u.exec(readFileSync(join(DEPLOY, "kubernetes", file), "utf8")) ?? [];
    expect(told.split(/, | and /u).sort()).toEqual(container.env.map(({ name }) => name).sort());
  });
});

describe("one process or several", () => {
  it("is one where a platform's messages are taken by one, which ends before another begins", () => {
    const { spec } = onlyOf(read("one.yaml"), "Deployment");
    expect([spec.replicas, spec.strategy.type]).toEqual([1, "Recreate"]);
  });

  it("is always one at least where there are several, and each has a volume of its own", () => {
    const manifests = read("replicas.yaml");
    const { spec } = onlyOf(manifests, "Deployment");
    expect(spec.replicas).toBeGreaterThan(1);
    expect(spec.strategy).toMatchObject({ rollingUpdate: { maxUnavailable: 0 } });
    expect(onlyOf(manifests, "PodDisruptionBudget").spec.minAvailable).toBeLessThan(spec.replicas);
    expect(spec.template.spec.volumes.every((volume) => "emptyDir" in volume)).toBe(true);
  });
});

describe("the schema", () => {
  it("refuses what Kubernetes would: a misspelt field, a number for a variable, a field elsewhere", () => {
    const deployment = onlyOf(read("one.yaml"), "Deployment");
    const [container] = deployment.spec.template.spec.containers;
    const changed = (changes: object) => ({
      ...deployment,
      spec: {
        ...deployment.spec,
        template: {
          ...deployment.spec.template,
          spec: { ...deployment.spec.template.spec, containers: [{ ...container, ...changes }] },
        },
      },
    });
    const passes = (manifest: unknown) => manifestSchema.safeParse(manifest).success;
    expect(passes(changed({}))).toBe(true);
    expect(passes(changed({ readyProbe: container.readinessProbe }))).toBe(false);
    expect(passes(changed({ env: [{ name: "PORT", value: 3000 }] }))).toBe(false);
    expect(passes(changed({ fsGroup: 1000 }))).toBe(false);
    expect(passes(changed({ image: "" }))).toBe(false);
  });
});
