import { Badge, Tabs } from '@mantine/core';
import { useState } from 'react';
import type { WorkflowDefinition } from '#definition';
import type { LoggedEventFragment, WatchedExecutionQuery } from '../graphql/generated/graphql.js';
import { JsonPanel } from '../ui/json-panel.js';
import { ExecutionLog } from './execution-log.js';
import { StepsTable } from './steps-table.js';
import { VariablesPanel } from './variables-panel.js';
import classes from './execution-page.module.css';

interface Properties {
  readonly execution: WatchedExecutionQuery['execution'];
  readonly definition: WorkflowDefinition;
  readonly log: readonly LoggedEventFragment[];
  /** Path of the instance that is shown of the selected step. */
  readonly selected: string | null;
  readonly onOpen: (path: string) => void;
}

/** Under the canvas: the steps as a table, the log, and what the execution was given. */
export function ExecutionPanels({ execution, definition, log, selected, onOpen }: Properties) {
  const [tab, setTab] = useState<string | null>('steps');
  return (
    <Tabs value={tab} onChange={setTab} className={classes.panels} keepMounted={false}>
      <Tabs.List px="sm">
        <Tabs.Tab
          value="steps"
          rightSection={<Count value={execution.steps.length + execution.stepsOmitted} />}
        >
          Steps
        </Tabs.Tab>
        <Tabs.Tab value="log" rightSection={<Count value={log.length} />}>
          Log
        </Tabs.Tab>
        <Tabs.Tab value="input">Input</Tabs.Tab>
        {Object.keys(definition.variables).length > 0 && <Tabs.Tab value="variables">Variables</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel value="steps" className={classes.panel}>
        <StepsTable
          steps={execution.steps}
          omitted={execution.stepsOmitted}
          selected={selected}
          onOpen={onOpen}
        />
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
