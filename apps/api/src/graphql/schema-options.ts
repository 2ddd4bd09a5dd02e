import type { BuildSchemaOptions } from '@nestjs/graphql';

/** Shared by the running server and by what prints the schema. */
export const SCHEMA_OPTIONS: BuildSchemaOptions = { dateScalarMode: 'isoDate', numberScalarMode: 'float' };
