import { useMutation } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useCallback, useRef, useState } from 'react';
import { asDefinition } from '../../canvas/as-definition.js';
import { apollo } from '../../graphql/client.js';
import type { DesignedWorkflowPartsFragment } from '../../graphql/generated/graphql.js';
import { describeError } from '../../ui/describe-error.js';
import { plural } from '../../ui/format.js';
import { notifyDone, notifyFailure, notifyRefusal } from '../../ui/notify.js';
import { DesignedWorkflow, PublishWorkflow, SaveWorkflow } from '../designer.operations.js';
import { isUnsaved, markSaved, openDocument, useDesigner } from '../store/designer-store.js';
import { differsFromPublished } from '../store/differs-from-published.js';
import { documentOf } from '../store/document-of.js';

export interface Saving {
  readonly busy: boolean;
  readonly save: () => Promise<boolean>;
  readonly publish: () => Promise<boolean>;
  /** Opens the run dialog; asks to publish first when the draft differs from what is published. Errors block. */
  readonly run: () => void;
}

interface Situation {
  /** How many errors the definition has: with any, nothing is published or run. */
  readonly errors: number;
  readonly onRefused: () => void;
  readonly onRun: () => void;
}

/** Saving, publishing and running the designed workflow, one at a time. */
export function useSaving(
  workflow: DesignedWorkflowPartsFragment,
  { errors, onRefused, onRun }: Situation,
): Saving {
  const [saveWorkflow] = useMutation(SaveWorkflow);
  const [publishWorkflow] = useMutation(PublishWorkflow);
  const [busy, setBusy] = useState(false);
  const version = useRef(workflow.version);
  if (workflow.version > version.current) version.current = workflow.version;

  const send = useCallback(
    async (force: boolean): Promise<boolean> => {
      const { document } = useDesigner.getState();
      const { definition, tags, collectionId } = document;
      try {
        const { data } = await saveWorkflow({
          variables: {
            id: workflow.id,
            input: {
              name: definition.name?.trim() || 'Untitled workflow',
              description: definition.description ?? '',
              definition,
              tags: [...tags],
              collectionId,
              expectedVersion: force ? null : version.current,
            },
          },
        });
        const saved = data?.updateWorkflow.workflow;
        if (!saved) {
          notifyRefusal('The workflow was not saved', data?.updateWorkflow.problems ?? []);
          onRefused();
          return false;
        }
        version.current = saved.version;
        markSaved(document);
        return true;
      } catch (error) {
        if (describeError(error).code === 'CONFLICT') askWhoseWins();
        else notifyFailure('The workflow was not saved', error);
        return false;
      }

      function askWhoseWins() {
        modals.openConfirmModal({
          title: 'Somebody saved this workflow meanwhile',
          children: (
            <Text size="sm">
              Saving now would replace what they changed. Load their version to see it: your unsaved changes
              are lost then.
            </Text>
          ),
          labels: { confirm: 'Load their version', cancel: 'Save mine over it' },
          closeOnCancel: true,
          onConfirm: () => void load(),
          onCancel: () => void send(true).then((done) => done && notifyDone('Saved over the other version.')),
        });
      }

      async function load() {
        try {
          const { data } = await apollo.query({
            query: DesignedWorkflow,
            variables: { id: workflow.id },
            fetchPolicy: 'network-only',
          });
          if (!data) return;
          version.current = data.workflow.version;
          openDocument(documentOf(data.workflow));
        } catch (error) {
          notifyFailure('The workflow was not loaded', error);
        }
      }
    },
    [saveWorkflow, workflow.id, onRefused],
  );

  const guarded = useCallback(async (work: () => Promise<boolean>): Promise<boolean> => {
    setBusy(true);
    try {
      return await work();
    } finally {
      setBusy(false);
    }
  }, []);

  const save = useCallback(
    () => (isUnsaved(useDesigner.getState()) ? guarded(() => send(false)) : Promise.resolve(true)),
    [guarded, send],
  );

  const isFaulty = useCallback(() => {
    if (errors === 0) return false;
    notifyRefusal('Solve the errors first', [
      { message: `${plural(errors, 'error')} in the workflow: select one to get to its step.` },
    ]);
    onRefused();
    return true;
  }, [errors, onRefused]);

  const publish = useCallback(
    () =>
      guarded(async () => {
        if (isFaulty()) return false;
        if (isUnsaved(useDesigner.getState()) && !(await send(false))) return false;
        try {
          const { data } = await publishWorkflow({ variables: { id: workflow.id } });
          const published = data?.publishWorkflow.workflow;
          if (!published) {
            notifyRefusal('The workflow was not published', data?.publishWorkflow.problems ?? []);
            onRefused();
            return false;
          }
          version.current = published.version;
          notifyDone(`Version ${published.publishedVersion?.number ?? ''} is published.`);
          return true;
        } catch (error) {
          notifyFailure('The workflow was not published', error);
          return false;
        }
      }),
    [guarded, isFaulty, onRefused, publishWorkflow, send, workflow.id],
  );

  const published = workflow.publishedVersion?.definition;
  const run = useCallback(() => {
    if (isFaulty()) return;
    const { definition } = useDesigner.getState().document;
    if (published !== undefined && !differsFromPublished(asDefinition(published), definition)) {
      // Nothing to publish; what is not part of the definition, such as the collection, is saved.
      void save().then((done) => done && onRun());
      return;
    }
    modals.openConfirmModal({
      title: published === undefined ? 'Publish this workflow?' : 'Publish your changes?',
      children: (
        <Text size="sm">
          Only a published version can run. What you see here is saved and published, then you choose the
          inputs.
        </Text>
      ),
      labels: { confirm: 'Publish and run', cancel: 'Not now' },
      onConfirm: () => void publish().then((done) => done && onRun()),
    });
  }, [isFaulty, onRun, publish, published, save]);

  return { busy, save, publish, run };
}
