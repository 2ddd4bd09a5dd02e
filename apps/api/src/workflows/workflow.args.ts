import { ArgsType, Field } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { PageArgs } from '../graphql/page.args.js';
import { WorkflowFilter } from './workflow.input.js';

@ArgsType()
export class WorkflowsArgs extends PageArgs {
  @Field(() => WorkflowFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => WorkflowFilter)
  filter?: WorkflowFilter | null;
}
