import type { CliConfig } from './config.js';
import type { ExitCode } from './exit-code.js';

export interface Flag {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** How its value is called in the help. */
  readonly value?: string;
  readonly help: string;
}

/** Where a command writes: answers on `out`, everything for watching on `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether a person watches `err`, so that a line may be drawn over. */
  readonly interactive: boolean;
}

export interface Invocation {
  readonly positionals: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly config: CliConfig;
  readonly terminal: Terminal;
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Names of the positional arguments, all required. */
  readonly arguments: readonly string[];
  readonly flags: Readonly<Record<string, Flag>>;
  readonly run: (invocation: Invocation) => Promise<ExitCode>;
}

export const JSON_FLAG: Flag = {
  type: 'boolean',
  help: 'print one JSON document on stdout and nothing else',
};

/** A flag given as text, or null. */
export function textFlag(invocation: Invocation, name: string): string | null {
  const value = invocation.flags[name];
  return typeof value === 'string' ? value : null;
}

export function listFlag(invocation: Invocation, name: string): readonly string[] {
  const value = invocation.flags[name];
  return Array.isArray(value) ? value.map(String) : [];
}

export function isSet(invocation: Invocation, name: string): boolean {
  return invocation.flags[name] === true;
}
