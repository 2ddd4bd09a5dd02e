import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { connectionOf } from '../graphql/connection.model.js';
import { IsName } from '../graphql/is-name.js';
import { ProblemModel } from '../problems/problem.model.js';

@ObjectType('Collection', { description: 'Where documents are kept and indexed.' })
export class CollectionModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  description!: string;

  @Field(() => Int)
  documentCount!: number;

  @Field(() => Date)
  createdAt!: Date;
}

@ObjectType('CollectionConnection')
export class CollectionConnection extends connectionOf('Collection', CollectionModel) {}

@InputType('CreateCollectionInput')
export class CreateCollectionInput {
  @Field(() => String)
  @IsName()
  name!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  description?: string | null;
}

@ObjectType('CollectionPayload')
export class CollectionPayload {
  @Field(() => CollectionModel, { nullable: true })
  collection!: CollectionModel | null;

  @Field(() => [ProblemModel])
  problems!: ProblemModel[];
}
