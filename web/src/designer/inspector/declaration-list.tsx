import { ActionIcon, Button, Checkbox, Group, Input, Select, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { InputDeclaration, InputType, VariableDeclaration } from '#definition';
import { JsonField } from './json-field.js';
import { TextSetting } from './text-setting.js';
import classes from './inspector.module.css';

type Declaration = InputDeclaration & { readonly scope?: VariableDeclaration['scope'] };
type Declarations = Readonly<Record<string, Declaration>>;

const scopes: readonly { readonly value: NonNullable<Declaration['scope']>; readonly label: string }[] = [
  { value: 'global', label: 'The whole execution' },
  { value: 'step', label: 'The loop around, carried from round to round' },
  { value: 'temporary', label: 'One round or region, then forgotten' },
];

interface Properties {
  readonly title: string;
  readonly description: string;
  readonly noun: string;
  readonly types: readonly InputType[];
  /** Inputs can be required and described; variables cannot. */
  readonly withRequired: boolean;
  /** Variables live somewhere. */
  readonly withScope?: boolean;
  readonly declarations: Declarations;
  readonly onChange: (declarations: Declarations) => void;
}

/** Declared names with their types: a workflow's inputs, or its variables. */
export function DeclarationList(properties: Properties) {
  const { title, description, noun, declarations, onChange } = properties;
  const entries = Object.entries(declarations);

  function replace(index: number, name: string, declaration: Declaration) {
    onChange(Object.fromEntries(entries.map((entry, at) => (at === index ? [name, declaration] : entry))));
  }

  function add() {
    let name = noun;
    for (let count = 2; Object.hasOwn(declarations, name); count += 1) name = `${noun}_${count}`;
    onChange({ ...declarations, [name]: { type: 'string' } });
  }

  return (
    <Input.Wrapper label={title} description={description} labelElement="div">
      <Stack gap="xs" mt={6} role="list" aria-label={title}>
        {entries.map(([name, declaration], index) => (
          <div key={index} className={classes.entry} role="listitem">
            <DeclarationFields
              {...properties}
              name={name}
              declaration={declaration}
              onRename={(next) =>
                next && !Object.hasOwn(declarations, next) && replace(index, next, declaration)
              }
              onDeclare={(next) => replace(index, name, next)}
              onRemove={() => onChange(Object.fromEntries(entries.filter((_, at) => at !== index)))}
            />
          </div>
        ))}
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={add}>
          Add {noun === 'input' ? 'an input' : `a ${noun}`}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}

interface FieldsProperties extends Properties {
  readonly name: string;
  readonly declaration: Declaration;
  readonly onRename: (name: string) => void;
  readonly onDeclare: (declaration: Declaration) => void;
  readonly onRemove: () => void;
}

function DeclarationFields({
  name,
  declaration,
  types,
  withRequired,
  withScope = false,
  onRename,
  onDeclare,
  onRemove,
}: FieldsProperties) {
  const { type, required = false, description = '' } = declaration;
  return (
    <>
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <div style={{ flex: 1 }}>
          <TextSetting
            label="Name"
            value={name}
            onChange={(next) => onRename(next.trim().replace(/\s+/g, '_'))}
          />
        </div>
        <Select
          w={118}
          label="Type"
          allowDeselect={false}
          data={[...types]}
          value={type}
          onChange={(next) => {
            const { default: _former, ...rest } = declaration;
            onDeclare({ ...rest, type: next ?? 'string' });
          }}
        />
        <ActionIcon mb={5} aria-label={`Remove ${name}`} onClick={onRemove}>
          <IconTrash size={15} />
        </ActionIcon>
      </Group>
      {withRequired && (
        <>
          <TextSetting
            label="Description"
            value={description}
            onChange={(next) => {
              const { description: _former, ...rest } = declaration;
              onDeclare(next ? { ...rest, description: next } : rest);
            }}
          />
          <Checkbox
            label="Required"
            checked={required}
            onChange={(event) => {
              const { required: _former, ...rest } = declaration;
              onDeclare(event.currentTarget.checked ? { ...rest, required: true } : rest);
            }}
          />
        </>
      )}
      {withScope && (
        <Select
          label="Lives in"
          allowDeselect={false}
          data={[...scopes]}
          value={declaration.scope ?? 'global'}
          onChange={(next) => {
            const { scope: _former, ...rest } = declaration;
            onDeclare(next === null || next === 'global' ? rest : { ...rest, scope: next });
          }}
        />
      )}
      {type !== 'documents' && (!required || !withRequired) && (
        <JsonField
          label="Default, as JSON"
          value={declaration.default}
          error=""
          onChange={(next) => {
            const { default: _former, ...rest } = declaration;
            onDeclare(next === undefined ? rest : { ...rest, default: next });
          }}
        />
      )}
    </>
  );
}
