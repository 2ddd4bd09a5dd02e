import type { User } from '#persistence';
import { Role } from './user.model.js';
import type { UserModel } from './user.model.js';

const ROLES = { admin: Role.ADMIN, member: Role.MEMBER } as const;

export function toUserModel(user: User): UserModel {
  return {
    id: user.id,
    email: user.email,
    displayName: user.displayName,
    role: ROLES[user.role],
    createdAt: user.createdAt,
  };
}
