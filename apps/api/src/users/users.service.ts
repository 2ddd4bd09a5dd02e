import { Injectable } from '@nestjs/common';
import { UsersRepository } from '#persistence';
import type { Viewer } from '../auth/viewer.js';
import { notFound } from '../errors/api-error.js';
import { toUserModel } from './to-user-model.js';
import type { UserModel } from './user.model.js';

@Injectable()
export class UsersService {
  constructor(private readonly users: UsersRepository) {}

  async me(viewer: Viewer): Promise<UserModel> {
    const user = await this.users.findById(viewer.id);
    if (!user) throw notFound('user');
    return toUserModel(user);
  }
}
