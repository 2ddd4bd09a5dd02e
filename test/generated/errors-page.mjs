import { FAILURE_CODES, PROBLEM_CODES } from '#definition';
import { REFUSAL_CODES } from '#interpreter';

/** The text of docs/errors.md, from the lists that the code itself is checked against. */
export function errorsPage() {
  return `<!-- Made from the code by \`npm run generate\`; a test proves it fresh. -->

# Errors

Codes are never renamed; rely on them, never on messages.

## Failures of steps and executions

What a step or an execution failed with: \`error.code\` in expressions, \`error { code }\` in the API. A provider may give codes of
its own.

| Code | Meaning | What to do |
| --- | --- | --- |
${Object.entries(FAILURE_CODES)
  .map(([code, { means, advice }]) => `| \`${code}\` | ${means} | ${advice} |`)
  .join('\n')}

## Refusals

What is asked of a running execution (retry, skip, give up, approve, send an event, set a variable) may be refused; then nothing
has changed.

| Code | Meaning |
| --- | --- |
${rows(REFUSAL_CODES)}

## Problems of a definition

What \`validate\` and the designer report, each with its place.

| Code | Meaning |
| --- | --- |
${rows(PROBLEM_CODES)}
`;
}

/** @param {Readonly<Record<string, string>>} codes */
function rows(codes) {
  return Object.entries(codes)
    .map(([code, meaning]) => `| \`${code}\` | ${meaning} |`)
    .join('\n');
}
