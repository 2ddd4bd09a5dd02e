import { Field, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../graphql/json.scalar.js';
import { EventLevel } from './execution.enums.js';

@ObjectType('ExecutionEvent')
export class ExecutionEventModel {
  @Field(() => Int, { description: 'Rises by one, without gaps, in the order of commits.' })
  sequence!: number;

  @Field(() => Date)
  at!: Date;

  @Field(() => EventLevel)
  level!: EventLevel;

  @Field(() => String)
  kind!: string;

  @Field(() => String, { nullable: true })
  path!: string | null;

  @Field(() => String)
  message!: string;

  @Field(() => JsonScalar, { nullable: true })
  data!: unknown;
}
