import { ArgsType, Field, ID } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { JsonScalar } from '../../graphql/json.scalar.js';
import { LONGEST_PATH } from '../decision.args.js';

@ArgsType()
export class RerunArgs {
  @Field(() => ID)
  @IsString()
  id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The instance path of a step, a round or a container that is done again, with all that comes after it; empty for all of it. What was not finished when it is left out.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_PATH)
  from?: string | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Another version to run; the one it ran when it is left out.',
  })
  @IsOptional()
  definition?: unknown;
}
