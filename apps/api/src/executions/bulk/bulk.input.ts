import { Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  IsArray,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
} from 'class-validator';
import { IsName } from '../../graphql/is-name.js';
import { JsonScalar } from '../../graphql/json.scalar.js';
import { RowErrors, RowsFormat } from './bulk.enums.js';

@InputType('StartBulkExecutionInput')
export class StartBulkExecutionInput {
  @Field(() => ID)
  @IsString()
  workflowId!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'A list of objects, each the input of one run.' })
  @IsOptional()
  rows?: unknown;

  @Field(() => String, { nullable: true, description: 'The same as text, in `rowsFormat`.' })
  @IsOptional()
  @IsString()
  rowsText?: string | null;

  @Field(() => ID, { nullable: true, description: 'The same as an uploaded document, in `rowsFormat`.' })
  @IsOptional()
  @IsString()
  rowsDocumentId?: string | null;

  @Field(() => RowsFormat, {
    nullable: true,
    description: 'CSV names its columns in the first line; an empty cell gives no value.',
  })
  @IsOptional()
  @IsEnum(RowsFormat)
  rowsFormat?: RowsFormat | null;

  @Field(() => [ID], { nullable: true, description: 'The documents that all rows work on.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10_000)
  @IsString({ each: true })
  documentIds?: string[] | null;

  @Field(() => Int, { nullable: true, defaultValue: 10, description: 'Rows at the same time, 1 to 100.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  concurrency: number | null = 10;

  @Field(() => RowErrors, { nullable: true, defaultValue: RowErrors.COLLECT })
  @IsOptional()
  @IsEnum(RowErrors)
  itemErrors: RowErrors | null = RowErrors.COLLECT;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsName()
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same key gives the same execution, however often it is sent.',
  })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  idempotencyKey?: string | null;
}
