import type { InputDeclaration, Json, JsonObject, WorkflowDefinition } from '#definition';

/** One declared input as a field of the form; documents are chosen apart from the fields. */
export interface RunField {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'flag' | 'json';
  readonly required: boolean;
  readonly description: string;
  /** What the field begins with, as typed text; flags are `true` or empty. */
  readonly initial: string;
  readonly expects: 'object' | 'array' | null;
}

export interface RunForm {
  readonly fields: readonly RunField[];
  /** Whether documents can be chosen, and whether at least one has to be. */
  readonly documents: 'none' | 'optional' | 'required';
}

export type FieldValues = Readonly<Record<string, string>>;

export interface ReadForm {
  readonly input: JsonObject;
  /** By field name: what is wrong with it. */
  readonly mistakes: Readonly<Record<string, string>>;
}

/** The form that asks for a workflow's inputs. */
export function runFormOf(definition: WorkflowDefinition, known: JsonObject): RunForm {
  const declared = Object.entries(definition.inputs);
  const fields = declared
    .filter(([, { type }]) => type !== 'documents')
    .map(([name, declaration]) => toField(name, declaration, known[name]));
  const lists = declared.filter(([, { type }]) => type === 'documents');
  const reads = definition.steps.some(({ type }) => type === 'document_ingestion');
  const required = lists.some(([, { required: needed }]) => needed === true);
  return { fields, documents: required ? 'required' : lists.length > 0 || reads ? 'optional' : 'none' };
}

/** Reads what was typed; empty fields that may be empty are left out, so that defaults apply. */
export function readForm(fields: readonly RunField[], values: FieldValues): ReadForm {
  const input: Record<string, Json> = {};
  const mistakes: Record<string, string> = {};
  for (const field of fields) {
    const outcome = readField(field, values[field.name] ?? field.initial);
    if ('mistake' in outcome) mistakes[field.name] = outcome.mistake;
    else if (outcome.value !== undefined) input[field.name] = outcome.value;
  }
  return { input, mistakes };
}

type Outcome = { readonly value: Json | undefined } | { readonly mistake: string };

function readField(field: RunField, typed: string): Outcome {
  if (field.kind === 'flag') return { value: typed === 'true' };
  const text = typed.trim();
  if (text === '') return field.required ? { mistake: 'This is needed.' } : { value: undefined };
  switch (field.kind) {
    case 'text':
      return { value: typed };
    case 'number': {
      const value = Number(text);
      return Number.isFinite(value) ? { value } : { mistake: 'Enter a number.' };
    }
    case 'json':
      return readJson(text, field.expects);
  }
}

function readJson(text: string, expects: RunField['expects']): Outcome {
  try {
    const value = JSON.parse(text) as Json;
    const fits =
      expects === 'array'
        ? Array.isArray(value)
        : typeof value === 'object' && value !== null && !Array.isArray(value);
    return fits
      ? { value }
      : { mistake: expects === 'array' ? 'Enter a JSON list.' : 'Enter a JSON object.' };
  } catch (error) {
    return { mistake: `This is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function toField(name: string, declaration: InputDeclaration, known: Json | undefined): RunField {
  const kinds = {
    string: 'text',
    number: 'number',
    boolean: 'flag',
    object: 'json',
    array: 'json',
    documents: 'json',
  } as const;
  const { type, required = false, description = '' } = declaration;
  const begin = known ?? declaration.default;
  return {
    name,
    kind: kinds[type],
    required,
    description,
    initial:
      begin === undefined || begin === null ? '' : typeof begin === 'string' ? begin : JSON.stringify(begin),
    expects: type === 'array' || type === 'object' ? type : null,
  };
}
