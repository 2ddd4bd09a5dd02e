import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { fileNameOf } from '../../ui/download.js';
import { notifyFailure } from '../../ui/notify.js';
import { downloadResults } from './download-results.js';
import type { ResultsFormat } from './download-results.js';

/** Saves a line for every row: its status, result or error, and input. */
export function ResultsMenu({ executionId, name }: { readonly executionId: string; readonly name: string }) {
  const [busy, setBusy] = useState(false);

  async function save(format: ResultsFormat) {
    setBusy(true);
    try {
      await downloadResults(executionId, `${fileNameOf(name)}-results`, format);
    } catch (error) {
      notifyFailure('The results were not saved', error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Menu width={190}>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          loading={busy}
          leftSection={<IconDownload size={15} />}
          rightSection={<IconChevronDown size={14} />}
        >
          Download results
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save('csv')}>As CSV</Menu.Item>
        <Menu.Item onClick={() => void save('jsonl')}>As JSON lines</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
