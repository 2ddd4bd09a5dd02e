import { Field, Int, ObjectType } from '@nestjs/graphql';
import { RowErrors } from './bulk.enums.js';

@ObjectType('BulkRun', { description: 'How a table of inputs is run.' })
export class BulkRunModel {
  @Field(() => Int)
  rows!: number;

  @Field(() => Int, { description: 'Rows at the same time.' })
  concurrency!: number;

  @Field(() => RowErrors)
  itemErrors!: RowErrors;
}
