import './short-stacks.js';

export { execution } from './execution.js';
