import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/connection.model.js';
import { JsonScalar } from '../graphql/json.scalar.js';
import { ExecutionErrorModel } from './execution-error.model.js';
import { StepStatus } from './execution.enums.js';

@ObjectType('StepProgress')
export class StepProgress {
  @Field(() => Int)
  done!: number;

  @Field(() => Int)
  total!: number;

  @Field(() => String)
  message!: string;
}

@ObjectType('WaitingApproval')
export class WaitingApproval {
  @Field(() => String, { nullable: true })
  message!: string | null;

  @Field(() => [String], { description: 'Ids or e-mail addresses; anybody who may see it when empty.' })
  assignees!: string[];
}

@ObjectType('ExecutionStep', {
  description: 'One attempt of one step instance, or one round of a loop: then its path ends in `[n]`.',
})
export class ExecutionStepModel {
  @Field(() => String)
  path!: string;

  @Field(() => String, {
    description:
      'What it stands directly in: the loop of a round, else a scope instance; empty for the outermost.',
  })
  parentPath!: string;

  @Field(() => Int, { nullable: true, description: 'Round of the innermost loop around it, or that it is.' })
  iteration!: number | null;

  @Field(() => String)
  stepId!: string;

  @Field(() => String)
  type!: string;

  @Field(() => String)
  name!: string;

  @Field(() => StepStatus)
  status!: StepStatus;

  @Field(() => Int)
  attempt!: number;

  @Field(() => Boolean, { description: 'Its output is that of the execution this one is a rerun of.' })
  reused!: boolean;

  @Field(() => String, { nullable: true, description: 'Which edge died and why, or what is awaited.' })
  reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'While it waits or is blocked: for whom or for what, in one sentence.',
  })
  waitsFor!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it stops waiting by itself, where that is known.' })
  dueAt!: Date | null;

  @Field(() => WaitingApproval, { nullable: true, description: 'What an approval asks, and whom.' })
  approval!: WaitingApproval | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Settings with all templates filled in.' })
  configuration!: unknown;

  @Field(() => JsonScalar, { nullable: true, description: '`{ facts, references }`.' })
  output!: unknown;

  @Field(() => ExecutionErrorModel, { nullable: true })
  error!: ExecutionErrorModel | null;

  @Field(() => [String])
  warnings!: string[];

  @Field(() => StepProgress, { nullable: true })
  progress!: StepProgress | null;

  @Field(() => Date, { nullable: true })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  completedAt!: Date | null;

  @Field(() => Int, { nullable: true })
  durationMs!: number | null;
}

@ObjectType('ExecutionStepConnection')
export class ExecutionStepConnection extends connectionOf('ExecutionStep', ExecutionStepModel) {}
