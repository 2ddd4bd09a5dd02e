import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../graphql/json.scalar.js';

@ObjectType('WorkflowVersion', { description: 'A published definition; never changes.' })
export class WorkflowVersionModel {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => JsonScalar)
  definition!: unknown;

  @Field(() => String, { description: 'SHA-256 of the canonical definition.' })
  definitionHash!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => Date)
  createdAt!: Date;
}
