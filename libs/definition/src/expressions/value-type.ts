export type { ValueType } from '../plan/expression/value.js';
