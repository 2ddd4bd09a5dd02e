import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../auth/current-viewer.decorator.js';
import type { Viewer } from '../auth/viewer.js';
import { DeletePayload } from '../graphql/delete.payload.js';
import { PageArgs } from '../graphql/page.args.js';
import { toConnection, windowOf } from '../graphql/page.js';
import { toProblemModel } from '../problems/to-problem-model.js';
import { CreateSecretInput, ReplaceSecretInput } from './secret.input.js';
import { SecretConnection, SecretModel, SecretPayload } from './secret.model.js';
import { SecretsService } from './secrets.service.js';
import type { SecretOutcome } from './secrets.service.js';
import { toSecretModel } from './to-secret-model.js';

@Resolver(() => SecretModel)
export class SecretsResolver {
  constructor(private readonly service: SecretsService) {}

  @Query(() => SecretConnection, { description: "The viewer's secrets, without their values." })
  async secrets(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return toConnection(await this.service.list(viewer, windowOf(page)), toSecretModel);
  }

  @Mutation(() => SecretPayload)
  async createSecret(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateSecretInput) {
    return toPayload(await this.service.create(viewer, input));
  }

  @Mutation(() => SecretPayload, {
    description: 'Stores another value, header and hosts under the same name.',
  })
  async replaceSecret(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ReplaceSecretInput,
  ) {
    return toPayload(await this.service.replace(viewer, id, input));
  }

  @Mutation(() => DeletePayload)
  async deleteSecret(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return { deletedId: await this.service.delete(viewer, id) };
  }
}

function toPayload({ secret, problems }: SecretOutcome): SecretPayload {
  return { secret: secret && toSecretModel(secret), problems: problems.map(toProblemModel) };
}
