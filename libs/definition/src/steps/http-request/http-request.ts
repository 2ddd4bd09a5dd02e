import { z } from 'zod';
import { needs } from '../needed-settings.js';
import type { Fact, StepType } from '../step-type.js';
import { IN, noExpressions, OUT } from '../step-type.js';
import { choice, described, optionalText, settings } from '../settings.js';

const facts: readonly Fact[] = [
  { name: 'status', type: 'number', description: 'Status code of the answer, for example 200.' },
  { name: 'content_type', type: 'string', description: 'Kind of the answer, for example application/json.' },
  {
    name: 'body',
    type: 'any',
    description: 'The answer: read as JSON when it is JSON, else as text; one above 32 KiB is kept aside.',
  },
];

const STATUS = 'must be a status such as 404, or a range such as "2xx"';
const statuses = z.union([z.int().min(100).max(599), z.string().regex(/^[1-5]xx$/, STATUS)], {
  error: STATUS,
});

export const httpRequest: StepType = {
  type: 'http_request',
  title: 'Call a web address',
  summary: 'Sends a request to another system and reads its answer.',
  category: 'data',
  class: () => 'work',
  inputs: [IN],
  outputs: () => [OUT],
  canFail: true,
  facts: () => facts,
  needs: [],
  gives: [],
  settings: settings({
    method: choice({ title: 'Method', description: 'What the other system should do.' }, [
      'GET',
      'POST',
      'PUT',
      'PATCH',
      'DELETE',
      'HEAD',
    ]),
    url: optionalText(
      {
        title: 'Address',
        description: 'Where to send it, for example https://example.org/orders/{{ input.order }}.',
        kind: 'template',
      },
      8_000,
    ),
    headers: described(
      z.record(z.string().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,200}$/), z.string().max(8_000)).default({}),
      {
        title: 'Headers',
        description: 'Names and values sent along.',
      },
    ),
    body: described(z.unknown().optional(), {
      title: 'Body',
      description: 'What to send: a text as it stands, anything else as JSON.',
    }),
    secret: described(
      z
        .string()
        .regex(/^[A-Za-z0-9_.-]{1,100}$/, 'must be a name: letters, digits, "_", "." and "-"')
        .optional(),
      {
        title: 'Secret',
        description: 'Name of one of your stored secrets for that address. It proves who is asking.',
        kind: 'text',
      },
    ),
    successStatus: described(z.array(statuses).min(1).max(100).default(['2xx']), {
      title: 'Counts as success',
      description: 'Statuses such as 404 and ranges such as "2xx"; any other fails the step.',
    }),
  }),
  judge: needs('url'),
  expressions: noExpressions,
  verbatim: ['secret'],
  timeoutMs: 60_000,
  hasEffect: ({ method = 'GET' }) => method !== 'GET' && method !== 'HEAD',
  zeroOutput: () => ({ status: 200, content_type: 'application/json', body: null }),
  documentation: [
    'Addresses inside your own network are refused unless the installation allows them. A request that failed is sent again as',
    '`retry` says; one that may change something carries the header `Idempotency-Key`, the same each time, so that the other system',
    'can tell a repeated request from a new one.',
  ].join('\n'),
};
