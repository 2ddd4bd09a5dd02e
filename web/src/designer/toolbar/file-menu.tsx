import { ActionIcon, FileButton, List, Menu, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconBraces, IconDots, IconFileCode, IconFileUpload } from '@tabler/icons-react';
import { useRef } from 'react';
import { formatDefinition, parseDefinition } from '#definition';
import type { Problem } from '#definition';
import { downloadText, fileNameOf } from '../../ui/download.js';
import { notifyDone } from '../../ui/notify.js';
import { currentDefinition, replaceDefinition } from '../store/designer-store.js';

/** Import and export of the definition as JSON or YAML. */
export function FileMenu() {
  const choose = useRef<HTMLButtonElement>(null);
  return (
    <>
      <FileButton accept=".yaml,.yml,.json" onChange={(file) => void importFile(file)}>
        {(properties) => (
          <button {...properties} ref={choose} type="button" hidden aria-hidden tabIndex={-1} />
        )}
      </FileButton>
      <Menu width={210}>
        <Menu.Target>
          <ActionIcon size={34} aria-label="Import and export">
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFileUpload size={16} />} onClick={() => choose.current?.click()}>
            Import a document…
          </Menu.Item>
          <Menu.Item leftSection={<IconFileCode size={16} />} onClick={() => exportAs('yaml')}>
            Export as YAML
          </Menu.Item>
          <Menu.Item leftSection={<IconBraces size={16} />} onClick={() => exportAs('json')}>
            Export as JSON
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

function exportAs(format: 'json' | 'yaml') {
  const definition = currentDefinition();
  const name = `${fileNameOf(definition.name ?? '')}.${format}`;
  downloadText(
    name,
    formatDefinition(definition, format),
    format === 'json' ? 'application/json' : 'application/yaml',
  );
}

async function importFile(file: File | null) {
  if (!file) return;
  const { definition, problems } = parseDefinition(new Uint8Array(await file.arrayBuffer()));
  if (!definition) {
    showRefusal(file.name, problems);
    return;
  }
  const { name, description } = currentDefinition();
  replaceDefinition({
    ...definition,
    name: definition.name ?? name ?? '',
    description: definition.description ?? description ?? '',
  });
  notifyDone(`“${file.name}” is imported. Undo brings the former workflow back.`);
}

function showRefusal(fileName: string, problems: readonly Problem[]) {
  modals.open({
    title: `“${fileName}” cannot be imported`,
    children: (
      <List size="sm" spacing={6}>
        {problems.slice(0, 10).map(({ message, path }, index) => (
          <List.Item key={index}>
            {message}{' '}
            <Text span size="xs" c="dimmed" ff="monospace">
              {path}
            </Text>
          </List.Item>
        ))}
      </List>
    ),
  });
}
