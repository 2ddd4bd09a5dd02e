import type { ProblemIndex } from '../problems/problem-index.js';
import { useDesigner } from '../store/designer-store.js';
import { focusOf, useSelection } from '../store/selection-store.js';
import { ConnectionInspector } from './connection-inspector.js';
import { StepInspector } from './step-inspector.js';
import { WorkflowInspector } from './workflow-inspector.js';
import classes from './inspector.module.css';

/** What is selected, to be configured; with nothing selected, the workflow itself. */
export function Inspector({ problems }: { readonly problems: ProblemIndex }) {
  const { steps, connections } = useSelection();
  const definition = useDesigner(({ document }) => document.definition);
  const focus = focusOf({ steps, connections });
  const step = focus.kind === 'step' ? definition.steps.find(({ id }) => id === focus.id) : undefined;
  const connection =
    focus.kind === 'connection' ? definition.connections.find(({ id }) => id === focus.id) : undefined;
  return (
    <aside className={classes.inspector} aria-label="Settings">
      <div className={classes.scroll}>
        {step ? (
          <StepInspector key={step.id} step={step} problems={problems.byStep.get(step.id)} />
        ) : connection ? (
          <ConnectionInspector
            key={connection.id}
            connection={connection}
            problems={problems.byConnection.get(connection.id)}
          />
        ) : (
          <WorkflowInspector problems={problems.all} chosen={steps.length} />
        )}
      </div>
    </aside>
  );
}
