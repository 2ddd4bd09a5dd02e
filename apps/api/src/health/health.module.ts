import { Module } from '@nestjs/common';
import { TemporalModule } from '../temporal/temporal.module.js';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';

@Module({ imports: [TemporalModule], controllers: [HealthController], providers: [HealthService] })
export class HealthModule {}
