import { Module } from '@nestjs/common';
import { SecretCipher } from '#persistence';
import type { Settings } from '../config.js';
import { SETTINGS } from '../settings.js';
import { SecretsResolver } from './secrets.resolver.js';
import { SecretsService } from './secrets.service.js';

@Module({
  providers: [
    SecretsResolver,
    SecretsService,
    {
      provide: SecretCipher,
      useFactory: (settings: Settings) => new SecretCipher(settings.SLUICE_SECRET_KEY),
      inject: [SETTINGS],
    },
  ],
})
export class SecretsModule {}
