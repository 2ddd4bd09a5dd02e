/** What one document may cost. A document beyond a limit is refused with the limit's name, never cut silently. */
export interface ExtractionLimits {
  readonly maximumBytes: number;
  readonly maximumPages: number;
  /** Rows of a table file. */
  readonly maximumRows: number;
  /** Entries of an archive-based format, counted before anything is inflated. */
  readonly maximumEntries: number;
  /** Bytes that an archive-based format may hold once inflated, summed before anything is inflated. */
  readonly maximumInflatedBytes: number;
  /** UTF-16 units of text. */
  readonly maximumCharacters: number;
  readonly timeoutMs: number;
  readonly heapMb: number;
  /** How far the process may grow while the document is read: buffers lie outside a worker's heap. */
  readonly maximumGrowthMb: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_LIMITS: ExtractionLimits = {
  maximumBytes: 50 * MIB,
  maximumPages: 5_000,
  maximumRows: 1_000_000,
  maximumEntries: 10_000,
  maximumInflatedBytes: 256 * MIB,
  maximumCharacters: 50_000_000,
  timeoutMs: 120_000,
  heapMb: 1_024,
  maximumGrowthMb: 2_048,
};
