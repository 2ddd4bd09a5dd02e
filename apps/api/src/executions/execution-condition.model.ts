import { Field, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/connection.model.js';
import { JsonScalar } from '../graphql/json.scalar.js';
import { ConditionResult } from './execution.enums.js';

@ObjectType('ExecutionCondition', { description: 'A decision with the values it saw.' })
export class ExecutionConditionModel {
  @Field(() => String)
  path!: string;

  @Field(() => String, {
    nullable: true,
    description: "Null for a case of a condition step, a step's own condition or that of a loop.",
  })
  connectionId!: string | null;

  @Field(() => String)
  expression!: string;

  @Field(() => JsonScalar)
  operands!: unknown;

  @Field(() => ConditionResult)
  result!: ConditionResult;

  @Field(() => Date)
  at!: Date;
}

@ObjectType('ExecutionConditionConnection')
export class ExecutionConditionConnection extends connectionOf(
  'ExecutionCondition',
  ExecutionConditionModel,
) {}
