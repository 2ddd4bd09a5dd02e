import { Badge, Tabs } from '@mantine/core';
import { useState } from 'react';
import type { LoggedEventFragment, WatchedExecutionQuery } from '../graphql/generated/graphql.js';
import { JsonPanel } from '../ui/json-panel.js';
import { ExecutionLog } from './execution-log.js';
import { StepsTable } from './steps-table.js';
import classes from './execution-page.module.css';

interface Properties {
  readonly execution: WatchedExecutionQuery['execution'];
  readonly log: readonly LoggedEventFragment[];
  readonly selected: string | null;
  readonly onSelect: (stepId: string) => void;
}

/** Under the canvas: the steps as a table, the log, and what the execution was given. */
export function ExecutionPanels({ execution, log, selected, onSelect }: Properties) {
  const [tab, setTab] = useState<string | null>('steps');
  return (
    <Tabs value={tab} onChange={setTab} className={classes.panels} keepMounted={false}>
      <Tabs.List px="sm">
        <Tabs.Tab value="steps" rightSection={<Count value={execution.steps.length} />}>
          Steps
        </Tabs.Tab>
        <Tabs.Tab value="log" rightSection={<Count value={log.length} />}>
          Log
        </Tabs.Tab>
        <Tabs.Tab value="input">Input</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="steps" className={classes.panel}>
        <StepsTable steps={execution.steps} selected={selected} onSelect={onSelect} />
      </Tabs.Panel>
      <Tabs.Panel value="log" className={classes.panel}>
        <ExecutionLog log={log} />
      </Tabs.Panel>
      <Tabs.Panel value="input" className={classes.panel} p="sm">
        <JsonPanel value={execution.input} />
      </Tabs.Panel>
    </Tabs>
  );
}

function Count({ value }: { readonly value: number }) {
  return (
    <Badge size="sm" variant="default" className="tabular">
      {value}
    </Badge>
  );
}
