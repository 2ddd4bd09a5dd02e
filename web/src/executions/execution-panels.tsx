import { Badge, Tabs } from '@mantine/core';
import { useState } from 'react';
import type { WorkflowDefinition } from '#definition';
import type {
  LoggedEventFragment,
  StepRowFragment,
  WatchedExecutionQuery,
} from '../graphql/generated/graphql.js';
import { JsonPanel } from '../ui/json-panel.js';
import { isClosed } from '../ui/status.js';
import { RowsPanel } from './bulk/rows-panel.js';
import { ExecutionLog } from './execution-log.js';
import { StepsTable } from './steps-table.js';
import { VariablesPanel } from './variables-panel.js';
import classes from './execution-page.module.css';

interface Properties {
  readonly execution: WatchedExecutionQuery['execution'];
  /** What the table of steps lists, and how many it leaves out. */
  readonly steps: readonly StepRowFragment[];
  readonly omitted: number;
  /** Number of the row that is shown, of a run over a table. */
  readonly row: number | null;
  readonly definition: WorkflowDefinition;
  readonly log: readonly LoggedEventFragment[];
  /** Path of the instance that is shown of the selected step. */
  readonly selected: string | null;
  readonly onOpen: (path: string) => void;
}

/** Under the canvas: the steps as a table, the log, and what the execution was given. */
export function ExecutionPanels(properties: Properties) {
  const { execution, steps, omitted, row, definition, log, selected, onOpen } = properties;
  const [tab, setTab] = useState<string | null>(row === null ? 'steps' : 'rows');
  return (
    <Tabs
      value={tab}
      onChange={setTab}
      className={classes.panels}
      data-tall={row !== null || undefined}
      keepMounted={false}
    >
      <Tabs.List px="sm">
        {row !== null && (
          <Tabs.Tab value="rows" rightSection={<Count value={execution.bulk?.rows ?? 0} />}>
            Rows
          </Tabs.Tab>
        )}
        <Tabs.Tab value="steps" rightSection={<Count value={steps.length + omitted} />}>
          {row === null ? 'Steps' : `Steps of row ${row.toLocaleString()}`}
        </Tabs.Tab>
        <Tabs.Tab value="log" rightSection={<Count value={log.length} />}>
          Log
        </Tabs.Tab>
        {row === null && <Tabs.Tab value="input">Input</Tabs.Tab>}
        {Object.keys(definition.variables).length > 0 && <Tabs.Tab value="variables">Variables</Tabs.Tab>}
      </Tabs.List>
      {row !== null && (
        <Tabs.Panel value="rows" className={classes.panel}>
          <RowsPanel execution={execution} closed={isClosed(execution.status)} shown={row} onOpen={onOpen} />
        </Tabs.Panel>
      )}
      <Tabs.Panel value="steps" className={classes.panel}>
        <StepsTable steps={steps} omitted={omitted} selected={selected} onOpen={onOpen} />
      </Tabs.Panel>
      <Tabs.Panel value="log" className={classes.panel}>
        <ExecutionLog log={log} />
      </Tabs.Panel>
      <Tabs.Panel value="input" className={classes.panel} p="sm">
        <JsonPanel value={execution.input} />
      </Tabs.Panel>
      <Tabs.Panel value="variables" className={classes.panel}>
        <VariablesPanel execution={execution} definition={definition} />
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
