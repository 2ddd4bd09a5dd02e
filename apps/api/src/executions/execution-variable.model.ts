import { Field, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/connection.model.js';
import { JsonScalar } from '../graphql/json.scalar.js';

@ObjectType('ExecutionVariable', { description: 'What a variable is now, in one scope instance.' })
export class ExecutionVariableModel {
  @Field(() => String, { description: 'The scope instance it lives in; empty for the outermost.' })
  scopePath!: string;

  @Field(() => String)
  name!: string;

  @Field(() => JsonScalar, { nullable: true })
  value!: unknown;

  @Field(() => Date)
  setAt!: Date;
}

@ObjectType('ExecutionVariableConnection')
export class ExecutionVariableConnection extends connectionOf('ExecutionVariable', ExecutionVariableModel) {}
