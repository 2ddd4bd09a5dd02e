import type { Json, JsonObject } from '../json.js';
import { outputPorts, stepCatalogue } from '../steps/catalogue.js';
import { configurationSchema } from '../steps/step-settings.js';
import type { StepType } from '../steps/step-type.js';
import type { StepDefinition } from '../workflow-definition.js';

/** The step reference (Markdown), made from the catalogue. */
export function stepReference(): string {
  const contents = stepCatalogue.map(
    ({ type, title, summary }) => `- [\`${type}\`](#${type}): ${title}. ${summary}`,
  );
  return [
    '# Steps',
    '',
    'Made from the step catalogue; do not edit. How steps are put together: [the language](../language.md).',
    '',
    ...contents,
    '',
    ...stepCatalogue.flatMap(section),
  ].join('\n');
}

function section(type: StepType): readonly string[] {
  const step: StepDefinition = { id: 'step', type: type.type, configuration: {} };
  const facts = type
    .facts(step)
    .map(({ name, type: kind, description }) => row([`\`${name}\``, kind, description]));
  return [
    `## ${type.type}`,
    '',
    `**${type.title}.** ${type.summary}`,
    '',
    type.documentation,
    '',
    ...table(['setting', 'value', 'default', 'meaning'], settingRows(type)),
    ...table(['fact', 'type', 'meaning'], facts),
    ...table(
      ['hands on', 'meaning'],
      type.gives.map(({ name, description }) => row([`\`${name}\``, description])),
    ),
    `Ways out: ${outputPorts(step)
      .map(({ name }) => `\`${name}\``)
      .join(', ')}.${type.needs.length > 0 ? ` Works on: ${type.needs.join(', ')}.` : ''}`,
    '',
  ];
}

function settingRows(type: StepType): readonly string[] {
  const properties = configurationSchema(type)['properties'] as JsonObject;
  return Object.entries(properties).map(([name, value]) => {
    const property = value as JsonObject;
    const shown = Object.hasOwn(property, 'default') ? `\`${JSON.stringify(property['default'])}\`` : '';
    return row([`\`${name}\``, valueText(property), shown, textOf(property['description'])]);
  });
}

function valueText(property: JsonObject): string {
  const either = property['anyOf'];
  if (Array.isArray(either)) return (either as readonly JsonObject[]).map(valueText).join(', or ');
  const words = Object.hasOwn(property, 'const') ? [property['const'] as Json] : property['enum'];
  if (Array.isArray(words)) return (words as readonly Json[]).map((word) => `\`${textOf(word)}\``).join(', ');
  const kind = property['x-kind'];
  const { minimum, maximum } = property;
  const range =
    minimum !== undefined && maximum !== undefined ? `, ${textOf(minimum)} to ${textOf(maximum)}` : '';
  return `${textOf(kind ?? property['type'] ?? 'any value')}${range}`;
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}

function table(heads: readonly string[], rows: readonly string[]): readonly string[] {
  return rows.length === 0 ? [] : [row(heads), row(heads.map(() => '---')), ...rows, ''];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}
