import { Args, Query, Resolver } from '@nestjs/graphql';
import { checkDefinition, stepCatalogue } from '#definition';
import { JsonScalar } from '../graphql/json.scalar.js';
import { toProblemModel } from '../problems/to-problem-model.js';
import { StepTypeInfo } from './step-type-info.model.js';
import { toStepTypeInfo } from './to-step-type-info.js';
import { ValidationResult } from './validation-result.model.js';

@Resolver()
export class CatalogueResolver {
  @Query(() => [StepTypeInfo])
  stepCatalogue(): StepTypeInfo[] {
    return stepCatalogue.map(toStepTypeInfo);
  }

  @Query(() => ValidationResult, {
    description: 'Checks a definition; takes JSON, or a string with JSON or YAML text.',
  })
  validateDefinition(@Args('definition', { type: () => JsonScalar }) given: unknown): ValidationResult {
    const { valid, problems } = checkDefinition(given);
    return { valid, problems: problems.map(toProblemModel) };
  }
}
