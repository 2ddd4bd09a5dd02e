import { Field, Int, ObjectType } from '@nestjs/graphql';
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

@ObjectType('ExecutionStep', { description: 'One attempt of one step instance.' })
export class ExecutionStepModel {
  @Field(() => String)
  path!: string;

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

  @Field(() => String, { nullable: true, description: 'Which edge died and why, or what is awaited.' })
  reason!: string | null;

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
