import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/connection.model.js';
import { ProblemModel } from '../problems/problem.model.js';

@ObjectType('Secret', {
  description: 'What `http_request` steps prove themselves with. Its value is never given out again.',
})
export class SecretModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'What steps call it.' })
  name!: string;

  @Field(() => String, { description: 'The header that carries the value, in lower case.' })
  header!: string;

  @Field(() => [String], { description: 'It is sent to these hosts and no others.' })
  hosts!: string[];

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { description: 'When its value was last stored.' })
  updatedAt!: Date;
}

@ObjectType('SecretConnection')
export class SecretConnection extends connectionOf('Secret', SecretModel) {}

@ObjectType('SecretPayload')
export class SecretPayload {
  @Field(() => SecretModel, {
    nullable: true,
    description: 'Null when nothing was saved; `problems` say why.',
  })
  secret!: SecretModel | null;

  @Field(() => [ProblemModel])
  problems!: ProblemModel[];
}
