import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { IsArray, IsEnum, IsInt, IsOptional, IsString, Min } from 'class-validator';
import { PageArgs } from '../../graphql/page.args.js';
import { RowStatus } from './bulk.enums.js';

@ArgsType()
export class BulkRowsArgs extends PageArgs {
  @Field(() => ID)
  @IsString()
  id!: string;

  @Field(() => [RowStatus], { nullable: true, description: 'Only those of one of these.' })
  @IsOptional()
  @IsArray()
  @IsEnum(RowStatus, { each: true })
  statuses?: RowStatus[] | null;

  @Field(() => Int, { nullable: true, description: 'Only those from the row of this number on.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  from?: number | null;
}
