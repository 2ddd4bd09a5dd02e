import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../graphql/connection.model.js';
import { JsonScalar } from '../../graphql/json.scalar.js';
import { ExecutionErrorModel } from '../execution-error.model.js';
import { RowStatus } from './bulk.enums.js';

@ObjectType('BulkRow', { description: 'One row of a table of inputs, with what came of it.' })
export class BulkRowModel {
  @Field(() => Int, { description: 'Counted from 1.' })
  number!: number;

  @Field(() => String, { description: 'Its instance path: `@rows[0]` for the first.' })
  path!: string;

  @Field(() => RowStatus)
  status!: RowStatus;

  @Field(() => JsonScalar)
  input!: unknown;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'By id of each end step that completed: its facts.',
  })
  result!: unknown;

  @Field(() => ExecutionErrorModel, { nullable: true })
  error!: ExecutionErrorModel | null;

  @Field(() => Int, { nullable: true })
  durationMs!: number | null;
}

@ObjectType('BulkRowCounts', { description: 'How many rows of the whole table stand in each way.' })
export class BulkRowCounts {
  @Field(() => Int)
  pending!: number;

  @Field(() => Int)
  running!: number;

  @Field(() => Int)
  waiting!: number;

  @Field(() => Int)
  blocked!: number;

  @Field(() => Int)
  completed!: number;

  @Field(() => Int)
  failed!: number;

  @Field(() => Int)
  cancelled!: number;

  @Field(() => Int)
  notRun!: number;
}

@ObjectType('BulkRowConnection')
export class BulkRowConnection extends connectionOf('BulkRow', BulkRowModel) {
  @Field(() => BulkRowCounts)
  counts!: BulkRowCounts;
}
