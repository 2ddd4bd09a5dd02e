import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { RunDialog } from '../executions/run-dialog.js';
import type { DesignedWorkflowPartsFragment } from '../graphql/generated/graphql.js';
import { DesignerCanvas } from './canvas/designer-canvas.js';
import { Inspector } from './inspector/inspector.js';
import { Palette } from './palette/palette.js';
import { ProblemsPanel } from './problems/problems-panel.js';
import { useProblems } from './problems/use-problems.js';
import { addStepAfterSelection } from './store/add-step.js';
import { useDesigner } from './store/designer-store.js';
import { focusOf, lightUp, requestSelection, useSelection } from './store/selection-store.js';
import { Toolbar } from './toolbar/toolbar.js';
import { useDesignerKeys } from './toolbar/use-designer-keys.js';
import { useLeavingGuard } from './toolbar/use-leaving-guard.js';
import { useSaving } from './toolbar/use-saving.js';
import classes from './designer.module.css';

/** The designer: palette, canvas, settings, problems, and what can be done with the whole. */
export function Designer({ workflow }: { readonly workflow: DesignedWorkflowPartsFragment }) {
  const [problemsShown, setProblemsShown] = useState(false);
  const [settingsShown, setSettingsShown] = useState(false);
  const [running, setRunning] = useState(false);
  const searchField = useRef<HTMLInputElement>(null);
  const problems = useProblems();
  const { screenToFlowPosition } = useReactFlow();
  const name = useDesigner(({ document }) => document.definition.name) ?? workflow.name;
  const saving = useSaving(workflow, {
    errors: problems.errors,
    onRefused: () => setProblemsShown(true),
    onRun: () => setRunning(true),
  });
  const focused = useSelection(
    (selection) => focusOf(selection).kind !== 'workflow' || selection.steps.length > 1,
  );
  useLeavingGuard();

  // The panel takes room from the canvas: what is selected must not end up behind it.
  useEffect(() => {
    if (focused) requestSelection(useSelection.getState().steps, useSelection.getState().connections);
  }, [focused]);

  function closeProblems() {
    setProblemsShown(false);
    lightUp([]);
  }

  useDesignerKeys({ saving, focusPalette: () => searchField.current?.focus() });

  const add = useCallback(
    (type: string) => {
      const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
      const middle = canvas
        ? { x: canvas.left + canvas.width / 2, y: canvas.top + canvas.height / 2 }
        : { x: 0, y: 0 };
      addStepAfterSelection(type, screenToFlowPosition(middle));
    },
    [screenToFlowPosition],
  );

  return (
    <div className={classes.designer}>
      <Toolbar
        workflow={workflow}
        problems={problems}
        saving={saving}
        problemsShown={problemsShown}
        onProblems={() => setProblemsShown((shown) => !shown)}
        settingsShown={settingsShown}
        onSettings={() => setSettingsShown((shown) => !shown)}
      />
      <div className={classes.body} data-inspector={focused || settingsShown || undefined}>
        <Palette searchField={searchField} onAdd={add} />
        <div className={classes.middle}>
          <DesignerCanvas problems={problems} />
          {problemsShown && <ProblemsPanel problems={problems} onClose={closeProblems} />}
        </div>
        {(focused || settingsShown) && <Inspector problems={problems} />}
      </div>
      {running && (
        <RunDialog
          workflow={{ id: workflow.id, name, collectionId: workflow.collection?.id ?? null }}
          onClose={() => setRunning(false)}
        />
      )}
    </div>
  );
}
