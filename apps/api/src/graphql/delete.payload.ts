import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('DeletePayload')
export class DeletePayload {
  @Field(() => ID)
  deletedId!: string;
}
