/** What is wrong: a rule by its name, or a place in the value by its JSON Pointer. */
export type Fault = {
  readonly name: string;
  readonly message: string;
  /** The part of the value that the rule was broken by, as a JSON Pointer; absent for rules about the whole. */
  readonly item?: string;
};
