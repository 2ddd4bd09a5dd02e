import { z } from 'zod';
import { isWeakSecretKey, readSecretKey } from '#persistence';

/** Secrets that people leave in place by mistake; refused in production whatever their length. */
const PLACEHOLDER = /change.?me|placeholder|example|insecure|password|your.?secret/i;

const port = z.coerce.number().int().min(0).max(65_535);
const count = z.coerce.number().int().min(1);
const url = z.url();
const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);

/** What each setting means, its default and its bounds: the one source of docs/configuration.md. */
const shape = {
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe('In production, weak settings are refused and introspection is off.'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).describe('PostgreSQL 15 or newer.'),
  TEMPORAL_ADDRESS: z
    .string()
    .min(1)
    .default('127.0.0.1:7233')
    .describe('Host and port of the Temporal frontend.'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default').describe('Temporal namespace.'),
  SLUICE_STEP_ROUTING: z
    .enum(['shared', 'byResource'])
    .default('shared')
    .describe('Where new executions run their steps: on the interpreter queue, or on io and cpu.'),
  SLUICE_HOST: z.string().min(1).default('127.0.0.1').describe('Address the API listens on.'),
  SLUICE_PORT: port.default(4000).describe('Port the API listens on; 0 takes a free one.'),
  SLUICE_PUBLIC_URL: url.optional().describe('Where people reach the product; default: its host and port.'),
  SLUICE_SECRET: z
    .string()
    .min(32, 'must be at least 32 characters long')
    .describe('Key that signs access tokens. There is no default.'),
  SLUICE_SECRET_KEY: z
    .string()
    .refine((text) => readSecretKey(text) !== null, 'must be 32 bytes in base64')
    .describe('Key that encrypts stored secrets: 32 random bytes in base64. The same for API and worker.'),
  SLUICE_ADMIN_EMAIL: z
    .email()
    .default('admin@sluice.local')
    .describe('The administrator made at first start.'),
  SLUICE_ADMIN_PASSWORD: z
    .string()
    .min(8)
    .max(256)
    .optional()
    .describe('Password of the administrator made at first start; without it a random one is printed once.'),
  SLUICE_WEB_DIR: z.string().optional().describe('Folder of the built page; without it no page is served.'),
  SLUICE_TEMPORAL_UI_URL: url.optional().describe("Temporal's Web UI, for links from executions."),
  SLUICE_SAMPLES_DIR: z
    .string()
    .optional()
    .describe('Folder with the documents and the workflow of the first start.'),
  SLUICE_LOCAL_TOKEN_FILE: z
    .string()
    .optional()
    .describe('When set, a token for the command line on this machine is written there at each start.'),
  SLUICE_LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('Least severe level that is logged.'),
  SLUICE_TRUSTED_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('How many reverse proxies stand in front; decides which address a client has.'),
  SLUICE_REQUESTS_PER_MINUTE: count.default(1_200).describe('Requests of one user per minute.'),
  SLUICE_ANONYMOUS_REQUESTS_PER_MINUTE: count
    .default(300)
    .describe('Requests from one address without a valid token per minute.'),
  SLUICE_SIGN_IN_ATTEMPTS: count
    .default(10)
    .describe(
      'Failed sign-ins for one e-mail address in 15 minutes; five times as many from one network address.',
    ),
  SLUICE_SUBSCRIPTIONS_PER_USER: count.default(50).describe('Live subscriptions of one user at a time.'),
  SLUICE_OPEN_EXECUTIONS_PER_USER: count
    .default(1_000)
    .describe('Executions of one user that have not ended.'),
  SLUICE_BODY_BYTES: count.default(1_048_576).describe('Largest request body other than uploads, in bytes.'),
  SLUICE_UPLOAD_FILE_BYTES: count.default(50 * 1_048_576).describe('Largest uploaded file, in bytes.'),
  SLUICE_UPLOAD_REQUEST_BYTES: count.default(500 * 1_048_576).describe('Largest upload request, in bytes.'),
  SLUICE_UPLOAD_FILES: count.default(100).describe('Files in one upload.'),
  SLUICE_QUERY_DEPTH: count.default(12).describe('Deepest GraphQL selection.'),
  SLUICE_QUERY_ALIASES: count.default(30).describe('Aliases in one GraphQL operation.'),
  SLUICE_QUERY_TOKENS: count.default(4_000).describe('Tokens in one GraphQL document.'),
  SLUICE_QUERY_COST: count.default(25_000).describe('Fields one GraphQL operation may resolve, by estimate.'),
} as const;

const schema = z.object(shape).superRefine((value, context) => {
  if (
    value.NODE_ENV === 'production' &&
    (PLACEHOLDER.test(value.SLUICE_SECRET) || new Set(value.SLUICE_SECRET).size < 10)
  ) {
    context.addIssue({
      code: 'custom',
      path: ['SLUICE_SECRET'],
      message: 'is a placeholder or easy to guess; use 32 random bytes',
    });
  }
  if (value.NODE_ENV === 'production' && isWeakSecretKey(value.SLUICE_SECRET_KEY)) {
    context.addIssue({ code: 'custom', path: ['SLUICE_SECRET_KEY'], message: 'is easy to guess' });
  }
});

/** The API's settings, checked. */
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
    result.error.issues.map((issue) => {
      const name = issue.path.join('.');
      return `${name}: ${given[name] === undefined ? 'is missing' : issue.message}`;
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
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => {
    const { description = '', default: fallback } = property as {
      description?: string;
      default?: string | number;
    };
    return {
      name,
      description,
      default: fallback === undefined ? null : String(fallback),
      required: required.includes(name),
    };
  });
}
