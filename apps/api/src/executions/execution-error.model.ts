import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('ExecutionError')
export class ExecutionErrorModel {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;

  @Field(() => String, { nullable: true })
  stepId!: string | null;

  @Field(() => String, { nullable: true })
  path!: string | null;

  @Field(() => Int, { nullable: true })
  attempt!: number | null;
}
