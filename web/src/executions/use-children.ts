import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import type { WorkflowDefinition } from '#definition';
import type { ExecutionChildrenQuery } from '../graphql/generated/graphql.js';
import { ExecutionChildren } from './instances.operations.js';

export type Child = ExecutionChildrenQuery['execution']['children']['nodes'][number];

const none: readonly Child[] = [];

/** The executions that run for steps of one, newest first; asked for only where the workflow runs others. */
export function useChildren(
  executionId: string,
  { steps }: WorkflowDefinition,
  sequence: number,
): readonly Child[] {
  const skip = !steps.some(({ type }) => type === 'sub_workflow');
  const { data, refetch } = useQuery(ExecutionChildren, { variables: { id: executionId }, skip });

  useEffect(() => {
    if (skip) return undefined;
    const timer = setTimeout(() => void refetch().catch(() => undefined), 700);
    return () => clearTimeout(timer);
  }, [skip, sequence, refetch]);

  return data?.execution.children.nodes ?? none;
}
