import { ArgsType, Field, ID } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { IsName } from '../graphql/is-name.js';
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

@ArgsType()
export class PublishArgs {
  @Field(() => ID)
  @IsString()
  id!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(5_000)
  note?: string | null;
}

@ArgsType()
export class DuplicateArgs {
  @Field(() => ID)
  @IsString()
  id!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsName()
  name?: string | null;
}
