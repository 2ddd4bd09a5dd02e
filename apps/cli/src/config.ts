import { join } from 'node:path';

/** Where the product is and who is asking; a flag always wins over these. */
export interface CliConfig {
  /** `SLUICE_URL`: the product's address, such as `http://127.0.0.1:4000`. */
  readonly url: string | null;
  /** `SLUICE_TOKEN`: an access token; or `SLUICE_EMAIL` with `SLUICE_PASSWORD`. */
  readonly token: string | null;
  readonly email: string | null;
  readonly password: string | null;
  /** Written by a product that runs on this machine: its address and a token. */
  readonly localFile: string;
}

export function readConfig(): CliConfig {
  const { env } = process;
  return {
    url: env.SLUICE_URL || null,
    token: env.SLUICE_TOKEN || null,
    email: env.SLUICE_EMAIL || env.SLUICE_ADMIN_EMAIL || null,
    password: env.SLUICE_PASSWORD || env.SLUICE_ADMIN_PASSWORD || null,
    localFile: join(env.SLUICE_DATA_DIR || '.sluice', 'local.json'),
  };
}
