import { NotFoundException } from '@nestjs/common';
import { ApiError } from './api-error.js';
import { toApiError } from './to-api-error.js';

const failed = (fields: object) => Object.assign(new Error('secret detail'), fields);

describe('what a client is told of an error', () => {
  it.each([
    [failed({ status: 413, type: 'entity.too.large' }), 'BAD_INPUT', 413],
    [failed({ status: 400, type: 'entity.parse.failed' }), 'BAD_INPUT', 400],
    [new NotFoundException(), 'NOT_FOUND', 404],
    [failed({ code: '22P05' }), 'BAD_INPUT', 400],
    [failed({ code: '23503' }), 'CONFLICT', 409],
    [failed({ code: 'ECONNREFUSED' }), 'UNAVAILABLE', 503],
  ])('%s is %s', (error, code, status) => {
    const shown = toApiError(error);
    expect([shown?.code, shown?.status]).toEqual([code, status]);
    expect(shown?.message).not.toContain('secret');
  });

  it('is what was refused on purpose', () => {
    const error = new ApiError('FORBIDDEN', 'No.');
    expect(toApiError(error)).toBe(error);
  });

  it.each([new Error('bug'), failed({ status: 500 }), failed({ code: '42601' }), 'text', null, undefined])(
    'is nothing for a fault of ours: %s',
    (error) => {
      expect(toApiError(error)).toBeNull();
    },
  );
});
