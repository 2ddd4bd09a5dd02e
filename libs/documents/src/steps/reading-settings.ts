/** What the operator says about reading documents. */
export interface ReadingSettings {
  /** The longest that one document may take; absent for the usual two minutes. */
  readonly timeoutMs?: number;
}
