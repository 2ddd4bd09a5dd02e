import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/connection.model.js';
import { JsonScalar } from '../graphql/json.scalar.js';
import { BulkRunModel } from './bulk/bulk.model.js';
import { ExecutionErrorModel } from './execution-error.model.js';
import { ExecutionStatus } from './execution.enums.js';

/** `workflow`, `definition`, `steps` and everything that stands in tables of its own are resolved when asked for. */
@ObjectType('Execution')
export class ExecutionModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => ExecutionStatus)
  status!: ExecutionStatus;

  @Field(() => Float)
  progressPercentage!: number;

  @Field(() => Int, { description: 'Number of the last event; subscribe after it.' })
  sequence!: number;

  @Field(() => JsonScalar)
  input!: unknown;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'By id of each end step that completed: its facts and references.',
  })
  output!: unknown;

  @Field(() => ExecutionErrorModel, { nullable: true })
  error!: ExecutionErrorModel | null;

  @Field(() => Int, { description: "The workflow's version this execution runs." })
  version!: number;

  @Field(() => String, { description: '`manual`, `rerun`, `bulk`, `schedule`, `webhook` or `sub_workflow`.' })
  trigger!: string;

  @Field(() => BulkRunModel, { nullable: true, description: 'Null for an execution over one input.' })
  bulk!: BulkRunModel | null;

  @Field(() => String, {
    nullable: true,
    description: 'The step of the parent that it runs for, as an instance path.',
  })
  parentPath!: string | null;

  @Field(() => String)
  temporalWorkflowId!: string;

  @Field(() => String, {
    nullable: true,
    description: "The execution in Temporal's Web UI, when there is one.",
  })
  temporalUrl!: string | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  completedAt!: Date | null;

  workflowId!: string | null;
  definition!: unknown;
  parentExecutionId!: string | null;
  rerunOfId!: string | null;
  /** Attempts and rounds recorded so far. */
  stepRows!: number;
}

@ObjectType('ExecutionConnection')
export class ExecutionConnection extends connectionOf('Execution', ExecutionModel) {}
