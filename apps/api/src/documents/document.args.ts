import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { IsInt, IsObject, IsOptional, IsString, Max, Min } from 'class-validator';
import type { JsonObject } from '#definition';
import { JsonScalar } from '../graphql/json.scalar.js';
import { PageArgs } from '../graphql/page.args.js';

@ArgsType()
export class DocumentsArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  collectionId?: string | null;
}

@ArgsType()
export class BlocksArgs {
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(0)
  start?: number | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(0)
  end?: number | null;
}

@ArgsType()
export class PreviewChunksArgs {
  @Field(() => ID)
  @IsString()
  documentId!: string;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Settings of a chunking step; what is left out is as it would be in the step.',
  })
  @IsOptional()
  @IsObject()
  configuration?: JsonObject | null;

  @Field(() => Int, { defaultValue: 20, description: 'Chunks to give, at most 100; the totals count all.' })
  @IsInt()
  @Min(0)
  @Max(100)
  first!: number;
}
