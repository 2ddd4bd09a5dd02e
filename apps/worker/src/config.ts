import { z } from 'zod';
import { isWeakSecretKey, readSecretKey } from '#persistence';
import { TASK_QUEUES } from '#temporal/contract';

const count = z.coerce.number().int().min(1);
const url = z.url();
const price = z.coerce.number().min(0).max(1_000_000);
const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);
const queueNames = Object.values(TASK_QUEUES);

const queues = z
  .string()
  .transform((text) => [...new Set(text.split(',').map((name) => name.trim()))])
  .pipe(z.array(z.enum(queueNames)).min(1));

const origins = z
  .string()
  .transform((text) => [...new Set(text.split(',').map((one) => one.trim()))])
  .pipe(z.array(z.url({ protocol: /^https?$/ })));

/** What each setting means, its default and its bounds: the one source of docs/configuration.md. */
const shape = {
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe('The kind of installation.'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).describe('PostgreSQL 15 or newer.'),
  TEMPORAL_ADDRESS: z
    .string()
    .min(1)
    .default('127.0.0.1:7233')
    .describe('Host and port of the Temporal frontend.'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default').describe('Temporal namespace.'),
  SLUICE_WORKER_QUEUES: queues
    .default([...queueNames])
    .describe('Task queues this process serves, separated by commas: interpreter, io, cpu.'),
  SLUICE_WORKER_HOST: z.string().min(1).default('127.0.0.1').describe('Address of the health checks.'),
  SLUICE_WORKER_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(4001)
    .describe('Port of the health checks; 0 takes a free one.'),
  SLUICE_WORKFLOW_BUNDLE: z
    .string()
    .default('dist/workflow-bundle.js')
    .describe('The prebuilt workflow code, made by `npm run build:workflows`.'),
  SLUICE_REPLAY_BUNDLE: z
    .string()
    .default('dist/replay-bundle.js')
    .describe('The workflow code that tables are made anew with, made by the same command.'),
  SLUICE_CACHED_EXECUTIONS: count
    .default(500)
    .describe('Executions kept in memory; must be well above those in flight, or they are replayed.'),
  SLUICE_CONCURRENT_STEPS: count
    .default(50)
    .describe('Steps that run at the same time for one task queue of this process.'),
  SLUICE_DATABASE_CONNECTIONS: count.default(20).describe('Database connections of this process.'),
  SLUICE_SHUTDOWN_GRACE_SECONDS: count
    .default(10)
    .describe('How long running steps may go on after the worker was told to stop.'),
  SLUICE_RECONCILE_SECONDS: count
    .default(60)
    .describe('How often open executions are compared with Temporal.'),
  SLUICE_MODEL_URL: url.optional().describe('Base URL of an OpenAI-compatible API; without it, no model.'),
  SLUICE_MODEL_API_KEY: z.string().min(1).optional().describe('Key for that API.'),
  SLUICE_CHAT_MODEL: z.string().min(1).optional().describe('Model that writes answers.'),
  SLUICE_EMBEDDING_MODEL: z.string().min(1).optional().describe('Model that makes vectors.'),
  SLUICE_CHAT_INPUT_PRICE: price
    .optional()
    .describe(
      'US dollars for a million tokens that the chat model reads; with the next one, costs are shown.',
    ),
  SLUICE_CHAT_OUTPUT_PRICE: price
    .optional()
    .describe('US dollars for a million tokens that the chat model writes.'),
  SLUICE_EMBEDDING_PRICE: price
    .optional()
    .describe('US dollars for a million tokens that are made into vectors; without it no cost is shown.'),
  SLUICE_DOCUMENT_SECONDS: count.default(120).describe('The longest that one document may take to be read.'),
  SLUICE_HTTP_ORIGINS: origins
    .optional()
    .describe(
      'Addresses of your own network that http_request steps may call, separated by commas: http://orders.internal:8080.',
    ),
  SLUICE_SECRET_KEY: z
    .string()
    .refine((text) => readSecretKey(text) !== null, 'must be 32 bytes in base64')
    .optional()
    .describe(
      'Key that opens stored secrets, the same as of the API. Without it steps find none; required in production.',
    ),
  SLUICE_LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('Least severe level that is logged.'),
} as const;

const schema = z.object(shape).superRefine(({ NODE_ENV, SLUICE_SECRET_KEY: key }, context) => {
  if (NODE_ENV === 'production' && (key === undefined || isWeakSecretKey(key)))
    context.addIssue({ code: 'custom', path: ['SLUICE_SECRET_KEY'], message: 'is easy to guess' });
});

/** The worker's settings, checked. */
export type Settings = Readonly<z.infer<typeof schema>>;

/** Raised at boot: names every setting that is wrong, never its value. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

/** @throws SettingsError with all problems at once. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Settings {
  const given = Object.fromEntries(
    Object.keys(shape).map((name) => [name, blankIsAbsent(environment[name])]),
  );
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new SettingsError(
    result.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return `${name}: ${given[name] === undefined ? 'is missing' : message}`;
    }),
  );
}

/** One row of docs/configuration.md. */
export interface SettingDescription {
  readonly name: string;
  readonly description: string;
  readonly default: string | null;
  readonly required: boolean;
}

export function describeSettings(): readonly SettingDescription[] {
  return Object.entries(shape).map(([name, setting]) => {
    const fallback: unknown = setting.safeParse(undefined).data;
    return {
      name,
      description: setting.description ?? '',
      default: fallback === undefined ? null : asWritten(fallback),
      required: !setting.safeParse(undefined).success,
    };
  });
}

/** As it would stand in the environment. */
function asWritten(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
