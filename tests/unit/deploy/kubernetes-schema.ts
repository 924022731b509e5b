/**
 * As much of Kubernetes' objects as our manifests use, and not a word more: a field that is misspelt, or stands in the
 * wrong place, is one that is not known. After the API reference of Kubernetes 1.33.
 */
import { z } from "zod";

const name = z.string().regex(/^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/u);
const labels = z.record(z.string(), z.string());
const metadata = z.strictObject({ name, labels });
const quantity = z.string().regex(/^\d+(?:m|[KMGT]i?)?$/u);
const port = z.int().min(1).max(65_535);
const selector = z.strictObject({ matchLabels: labels });

const probe = z.strictObject({
  httpGet: z.strictObject({ path: z.string().startsWith("/"), port: z.union([name, port]) }),
  periodSeconds: z.int().positive(),
  timeoutSeconds: z.int().positive().optional(),
  failureThreshold: z.int().positive(),
});

const container = z.strictObject({
  name,
  image: z.string().min(1),
  imagePullPolicy: z.enum(["Always", "IfNotPresent", "Never"]),
  envFrom: z.array(z.strictObject({ secretRef: z.strictObject({ name }) })),
  // A value that YAML reads as a number is refused by Kubernetes.
  env: z.array(z.strictObject({ name: z.string().regex(/^[A-Z_]+$/u), value: z.string() })),
  ports: z.array(z.strictObject({ name: name.max(15), containerPort: port })),
  startupProbe: probe,
  readinessProbe: probe,
  livenessProbe: probe,
  resources: z.strictObject({
    requests: z.strictObject({ cpu: quantity, memory: quantity }),
    limits: z.strictObject({ memory: quantity }),
  }),
  securityContext: z.strictObject({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.strictObject({ drop: z.tuple([z.literal("ALL")]) }),
  }),
  volumeMounts: z.array(z.strictObject({ name, mountPath: z.string().startsWith("/") })),
});

const pod = z.strictObject({
  automountServiceAccountToken: z.literal(false),
  terminationGracePeriodSeconds: z.int().positive(),
  securityContext: z.strictObject({
    runAsNonRoot: z.literal(true),
    runAsUser: z.int().positive(),
    runAsGroup: z.int().positive(),
    fsGroup: z.int().positive(),
    seccompProfile: z.strictObject({ type: z.literal("RuntimeDefault") }),
  }),
  topologySpreadConstraints: z
    .array(
      z.strictObject({
        maxSkew: z.int().positive(),
        topologyKey: z.string(),
        whenUnsatisfiable: z.enum(["DoNotSchedule", "ScheduleAnyway"]),
        labelSelector: selector,
      }),
    )
    .optional(),
  containers: z.tuple([container]),
  volumes: z.array(
    z.union([
      z.strictObject({ name, persistentVolumeClaim: z.strictObject({ claimName: name }) }),
      z.strictObject({ name, emptyDir: z.strictObject({}) }),
    ]),
  ),
});

const amount = z.union([z.int().nonnegative(), z.string().regex(/^\d+%$/u)]);

const deployment = z.strictObject({
  apiVersion: z.literal("apps/v1"),
  kind: z.literal("Deployment"),
  metadata,
  spec: z.strictObject({
    replicas: z.int().positive(),
    minReadySeconds: z.number().int().positive().optional(),
    strategy: z.union([
      z.strictObject({ type: z.literal("Recreate") }),
      z.strictObject({
        type: z.literal("RollingUpdate"),
        rollingUpdate: z.strictObject({ maxUnavailable: amount, maxSurge: amount }),
      }),
    ]),
    selector,
    template: z.strictObject({
      metadata: z.strictObject({ labels, annotations: z.record(z.string(), z.string()) }),
      spec: pod,
    }),
  }),
});

const claim = z.strictObject({
  apiVersion: z.literal("v1"),
  kind: z.literal("PersistentVolumeClaim"),
  metadata,
  spec: z.strictObject({
    accessModes: z.array(z.enum(["ReadWriteOnce", "ReadWriteMany", "ReadOnlyMany", "ReadWriteOncePod"])),
    resources: z.strictObject({ requests: z.strictObject({ storage: quantity }) }),
  }),
});

const service = z.strictObject({
  apiVersion: z.literal("v1"),
  kind: z.literal("Service"),
  metadata,
  spec: z.strictObject({
    selector: labels,
    ports: z.array(z.strictObject({ name, port, targetPort: z.union([name, port]) })),
  }),
});

const disruptionBudget = z.strictObject({
  apiVersion: z.literal("policy/v1"),
  kind: z.literal("PodDisruptionBudget"),
  metadata,
  spec: z.strictObject({ minAvailable: amount, selector }),
});

export const manifestSchema = z.discriminatedUnion("kind", [deployment, claim, service, disruptionBudget]);

export type Manifest = z.infer<typeof manifestSchema>;
