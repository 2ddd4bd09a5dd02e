import { TagsInput } from '@mantine/core';
import type { PortDefinition } from '#definition';

interface Properties {
  readonly outputs: readonly PortDefinition[];
  readonly onChange: (outputs: readonly PortDefinition[] | undefined) => void;
}

/** The ports of a step that names its own. */
export function WaysOut({ outputs, onChange }: Properties) {
  return (
    <TagsInput
      label="Ways out"
      description="Every one of them goes on at the same time. Press Enter after each name."
      placeholder={outputs.length === 0 ? 'out' : ''}
      value={outputs.map(({ name }) => name)}
      onChange={(names) => {
        const known = new Map(outputs.map((port) => [port.name, port]));
        const ports = names
          .map((name) => name.trim().replace(/\s+/g, '_'))
          .filter((name) => name !== '' && name !== 'error');
        onChange(
          ports.length === 0 ? undefined : ports.map((name) => known.get(name) ?? { name, type: 'flow' }),
        );
      }}
    />
  );
}
