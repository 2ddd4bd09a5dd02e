/* eslint-disable */
import * as types from './graphql.js';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query DesignedWorkflow($id: ID!) {\n    workflow(id: $id) {\n      ...DesignedWorkflowParts\n    }\n  }\n  fragment DesignedWorkflowParts on Workflow {\n    id\n    name\n    description\n    status\n    version\n    tags\n    definition\n    updatedAt\n    publishedAt\n    publishedVersion {\n      id\n      number\n      definition\n    }\n    collection {\n      id\n      name\n    }\n  }\n": typeof types.DesignedWorkflowDocument,
    "\n  mutation SaveWorkflow($id: ID!, $input: UpdateWorkflowInput!) {\n    updateWorkflow(id: $id, input: $input) {\n      workflow {\n        ...DesignedWorkflowParts\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": typeof types.SaveWorkflowDocument,
    "\n  mutation PublishWorkflow($id: ID!, $note: String) {\n    publishWorkflow(id: $id, note: $note) {\n      workflow {\n        ...DesignedWorkflowParts\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": typeof types.PublishWorkflowDocument,
    "\n  query Collections {\n    collections(first: 100) {\n      totalCount\n      nodes {\n        id\n        name\n        description\n        documentCount\n        createdAt\n      }\n    }\n  }\n": typeof types.CollectionsDocument,
    "\n  query Documents($collectionId: ID, $first: Int, $after: String) {\n    documents(collectionId: $collectionId, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...DocumentRow\n      }\n    }\n  }\n  fragment DocumentRow on Document {\n    id\n    name\n    mediaType\n    status\n    byteCount\n    pageCount\n    title\n    collectionId\n    createdAt\n    error {\n      code\n      message\n    }\n  }\n": typeof types.DocumentsDocument,
    "\n  query DocumentBlocks($id: ID!, $start: Int, $end: Int) {\n    document(id: $id) {\n      ...DocumentRow\n      blocks(start: $start, end: $end) {\n        ...ReadBlock\n      }\n    }\n  }\n  fragment ReadBlock on DocumentBlock {\n    kind\n    text\n    page\n    start\n    end\n    headingPath\n  }\n": typeof types.DocumentBlocksDocument,
    "\n  mutation CreateCollection($input: CreateCollectionInput!) {\n    createCollection(input: $input) {\n      collection {\n        id\n        name\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": typeof types.CreateCollectionDocument,
    "\n  mutation DeleteDocument($id: ID!) {\n    deleteDocument(id: $id) {\n      deletedId\n    }\n  }\n": typeof types.DeleteDocumentDocument,
    "\n  query Executions($first: Int, $after: String, $filter: ExecutionFilter) {\n    executions(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...ExecutionRow\n      }\n    }\n  }\n  fragment ExecutionRow on Execution {\n    id\n    name\n    status\n    progressPercentage\n    version\n    input\n    createdAt\n    startedAt\n    completedAt\n    error {\n      code\n      message\n      stepId\n    }\n    workflow {\n      id\n      name\n    }\n  }\n": typeof types.ExecutionsDocument,
    "\n  query WatchedExecution($id: ID!) {\n    execution(id: $id) {\n      ...LiveExecution\n      definition\n      temporalUrl\n      temporalWorkflowId\n      workflow {\n        id\n        name\n      }\n    }\n  }\n  fragment LiveExecution on Execution {\n    id\n    name\n    status\n    progressPercentage\n    sequence\n    input\n    output\n    version\n    createdAt\n    startedAt\n    completedAt\n    error {\n      code\n      message\n      stepId\n      path\n      attempt\n    }\n    steps {\n      path\n      stepId\n      type\n      name\n      status\n      attempt\n      reason\n      configuration\n      output\n      warnings\n      startedAt\n      completedAt\n      durationMs\n      error {\n        code\n        message\n        stepId\n        path\n        attempt\n      }\n      progress {\n        done\n        total\n        message\n      }\n    }\n  }\n": typeof types.WatchedExecutionDocument,
    "\n  subscription ExecutionUpdated($id: ID!) {\n    executionUpdated(id: $id) {\n      ...LiveExecution\n    }\n  }\n": typeof types.ExecutionUpdatedDocument,
    "\n  subscription ExecutionEvents($id: ID!, $after: Int) {\n    executionEvents(id: $id, after: $after) {\n      ...LoggedEvent\n    }\n  }\n  fragment LoggedEvent on ExecutionEvent {\n    sequence\n    at\n    level\n    kind\n    path\n    message\n    data\n  }\n": typeof types.ExecutionEventsDocument,
    "\n  mutation StartExecution($input: StartExecutionInput!) {\n    startExecution(input: $input) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": typeof types.StartExecutionDocument,
    "\n  mutation PauseExecution($id: ID!) {\n    pauseExecution(id: $id) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": typeof types.PauseExecutionDocument,
    "\n  mutation ResumeExecution($id: ID!) {\n    resumeExecution(id: $id) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": typeof types.ResumeExecutionDocument,
    "\n  mutation CancelExecution($id: ID!) {\n    cancelExecution(id: $id) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": typeof types.CancelExecutionDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      ...Authenticated\n    }\n  }\n  fragment Authenticated on AuthPayload {\n    accessToken\n    refreshToken\n    expiresAt\n    user {\n      id\n      email\n      displayName\n      role\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation RefreshSession($refreshToken: String!) {\n    refreshSession(refreshToken: $refreshToken) {\n      ...Authenticated\n    }\n  }\n": typeof types.RefreshSessionDocument,
    "\n  mutation SignOut($refreshToken: String!) {\n    signOut(refreshToken: $refreshToken)\n  }\n": typeof types.SignOutDocument,
    "\n  query Workflows($first: Int, $after: String, $filter: WorkflowFilter) {\n    workflows(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...WorkflowCard\n      }\n    }\n  }\n  fragment WorkflowCard on Workflow {\n    id\n    name\n    description\n    status\n    version\n    tags\n    definition\n    updatedAt\n    publishedAt\n    publishedVersion {\n      id\n      number\n    }\n    collection {\n      id\n      name\n    }\n  }\n": typeof types.WorkflowsDocument,
    "\n  mutation CreateWorkflow($input: CreateWorkflowInput!) {\n    createWorkflow(input: $input) {\n      workflow {\n        ...WorkflowCard\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n  fragment ProblemLine on Problem {\n    code\n    severity\n    message\n    path\n    stepId\n    connectionId\n    field\n    span {\n      start\n      end\n    }\n  }\n": typeof types.CreateWorkflowDocument,
    "\n  mutation DuplicateWorkflow($id: ID!, $name: String) {\n    duplicateWorkflow(id: $id, name: $name) {\n      workflow {\n        ...WorkflowCard\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": typeof types.DuplicateWorkflowDocument,
    "\n  mutation DeleteWorkflow($id: ID!) {\n    deleteWorkflow(id: $id) {\n      deletedId\n    }\n  }\n": typeof types.DeleteWorkflowDocument,
    "\n  mutation ArchiveWorkflow($id: ID!) {\n    archiveWorkflow(id: $id) {\n      workflow {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": typeof types.ArchiveWorkflowDocument,
};
const documents: Documents = {
    "\n  query DesignedWorkflow($id: ID!) {\n    workflow(id: $id) {\n      ...DesignedWorkflowParts\n    }\n  }\n  fragment DesignedWorkflowParts on Workflow {\n    id\n    name\n    description\n    status\n    version\n    tags\n    definition\n    updatedAt\n    publishedAt\n    publishedVersion {\n      id\n      number\n      definition\n    }\n    collection {\n      id\n      name\n    }\n  }\n": types.DesignedWorkflowDocument,
    "\n  mutation SaveWorkflow($id: ID!, $input: UpdateWorkflowInput!) {\n    updateWorkflow(id: $id, input: $input) {\n      workflow {\n        ...DesignedWorkflowParts\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": types.SaveWorkflowDocument,
    "\n  mutation PublishWorkflow($id: ID!, $note: String) {\n    publishWorkflow(id: $id, note: $note) {\n      workflow {\n        ...DesignedWorkflowParts\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": types.PublishWorkflowDocument,
    "\n  query Collections {\n    collections(first: 100) {\n      totalCount\n      nodes {\n        id\n        name\n        description\n        documentCount\n        createdAt\n      }\n    }\n  }\n": types.CollectionsDocument,
    "\n  query Documents($collectionId: ID, $first: Int, $after: String) {\n    documents(collectionId: $collectionId, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...DocumentRow\n      }\n    }\n  }\n  fragment DocumentRow on Document {\n    id\n    name\n    mediaType\n    status\n    byteCount\n    pageCount\n    title\n    collectionId\n    createdAt\n    error {\n      code\n      message\n    }\n  }\n": types.DocumentsDocument,
    "\n  query DocumentBlocks($id: ID!, $start: Int, $end: Int) {\n    document(id: $id) {\n      ...DocumentRow\n      blocks(start: $start, end: $end) {\n        ...ReadBlock\n      }\n    }\n  }\n  fragment ReadBlock on DocumentBlock {\n    kind\n    text\n    page\n    start\n    end\n    headingPath\n  }\n": types.DocumentBlocksDocument,
    "\n  mutation CreateCollection($input: CreateCollectionInput!) {\n    createCollection(input: $input) {\n      collection {\n        id\n        name\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": types.CreateCollectionDocument,
    "\n  mutation DeleteDocument($id: ID!) {\n    deleteDocument(id: $id) {\n      deletedId\n    }\n  }\n": types.DeleteDocumentDocument,
    "\n  query Executions($first: Int, $after: String, $filter: ExecutionFilter) {\n    executions(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...ExecutionRow\n      }\n    }\n  }\n  fragment ExecutionRow on Execution {\n    id\n    name\n    status\n    progressPercentage\n    version\n    input\n    createdAt\n    startedAt\n    completedAt\n    error {\n      code\n      message\n      stepId\n    }\n    workflow {\n      id\n      name\n    }\n  }\n": types.ExecutionsDocument,
    "\n  query WatchedExecution($id: ID!) {\n    execution(id: $id) {\n      ...LiveExecution\n      definition\n      temporalUrl\n      temporalWorkflowId\n      workflow {\n        id\n        name\n      }\n    }\n  }\n  fragment LiveExecution on Execution {\n    id\n    name\n    status\n    progressPercentage\n    sequence\n    input\n    output\n    version\n    createdAt\n    startedAt\n    completedAt\n    error {\n      code\n      message\n      stepId\n      path\n      attempt\n    }\n    steps {\n      path\n      stepId\n      type\n      name\n      status\n      attempt\n      reason\n      configuration\n      output\n      warnings\n      startedAt\n      completedAt\n      durationMs\n      error {\n        code\n        message\n        stepId\n        path\n        attempt\n      }\n      progress {\n        done\n        total\n        message\n      }\n    }\n  }\n": types.WatchedExecutionDocument,
    "\n  subscription ExecutionUpdated($id: ID!) {\n    executionUpdated(id: $id) {\n      ...LiveExecution\n    }\n  }\n": types.ExecutionUpdatedDocument,
    "\n  subscription ExecutionEvents($id: ID!, $after: Int) {\n    executionEvents(id: $id, after: $after) {\n      ...LoggedEvent\n    }\n  }\n  fragment LoggedEvent on ExecutionEvent {\n    sequence\n    at\n    level\n    kind\n    path\n    message\n    data\n  }\n": types.ExecutionEventsDocument,
    "\n  mutation StartExecution($input: StartExecutionInput!) {\n    startExecution(input: $input) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": types.StartExecutionDocument,
    "\n  mutation PauseExecution($id: ID!) {\n    pauseExecution(id: $id) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": types.PauseExecutionDocument,
    "\n  mutation ResumeExecution($id: ID!) {\n    resumeExecution(id: $id) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": types.ResumeExecutionDocument,
    "\n  mutation CancelExecution($id: ID!) {\n    cancelExecution(id: $id) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": types.CancelExecutionDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      ...Authenticated\n    }\n  }\n  fragment Authenticated on AuthPayload {\n    accessToken\n    refreshToken\n    expiresAt\n    user {\n      id\n      email\n      displayName\n      role\n    }\n  }\n": types.SignInDocument,
    "\n  mutation RefreshSession($refreshToken: String!) {\n    refreshSession(refreshToken: $refreshToken) {\n      ...Authenticated\n    }\n  }\n": types.RefreshSessionDocument,
    "\n  mutation SignOut($refreshToken: String!) {\n    signOut(refreshToken: $refreshToken)\n  }\n": types.SignOutDocument,
    "\n  query Workflows($first: Int, $after: String, $filter: WorkflowFilter) {\n    workflows(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...WorkflowCard\n      }\n    }\n  }\n  fragment WorkflowCard on Workflow {\n    id\n    name\n    description\n    status\n    version\n    tags\n    definition\n    updatedAt\n    publishedAt\n    publishedVersion {\n      id\n      number\n    }\n    collection {\n      id\n      name\n    }\n  }\n": types.WorkflowsDocument,
    "\n  mutation CreateWorkflow($input: CreateWorkflowInput!) {\n    createWorkflow(input: $input) {\n      workflow {\n        ...WorkflowCard\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n  fragment ProblemLine on Problem {\n    code\n    severity\n    message\n    path\n    stepId\n    connectionId\n    field\n    span {\n      start\n      end\n    }\n  }\n": types.CreateWorkflowDocument,
    "\n  mutation DuplicateWorkflow($id: ID!, $name: String) {\n    duplicateWorkflow(id: $id, name: $name) {\n      workflow {\n        ...WorkflowCard\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": types.DuplicateWorkflowDocument,
    "\n  mutation DeleteWorkflow($id: ID!) {\n    deleteWorkflow(id: $id) {\n      deletedId\n    }\n  }\n": types.DeleteWorkflowDocument,
    "\n  mutation ArchiveWorkflow($id: ID!) {\n    archiveWorkflow(id: $id) {\n      workflow {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": types.ArchiveWorkflowDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DesignedWorkflow($id: ID!) {\n    workflow(id: $id) {\n      ...DesignedWorkflowParts\n    }\n  }\n  fragment DesignedWorkflowParts on Workflow {\n    id\n    name\n    description\n    status\n    version\n    tags\n    definition\n    updatedAt\n    publishedAt\n    publishedVersion {\n      id\n      number\n      definition\n    }\n    collection {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  query DesignedWorkflow($id: ID!) {\n    workflow(id: $id) {\n      ...DesignedWorkflowParts\n    }\n  }\n  fragment DesignedWorkflowParts on Workflow {\n    id\n    name\n    description\n    status\n    version\n    tags\n    definition\n    updatedAt\n    publishedAt\n    publishedVersion {\n      id\n      number\n      definition\n    }\n    collection {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveWorkflow($id: ID!, $input: UpdateWorkflowInput!) {\n    updateWorkflow(id: $id, input: $input) {\n      workflow {\n        ...DesignedWorkflowParts\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SaveWorkflow($id: ID!, $input: UpdateWorkflowInput!) {\n    updateWorkflow(id: $id, input: $input) {\n      workflow {\n        ...DesignedWorkflowParts\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PublishWorkflow($id: ID!, $note: String) {\n    publishWorkflow(id: $id, note: $note) {\n      workflow {\n        ...DesignedWorkflowParts\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PublishWorkflow($id: ID!, $note: String) {\n    publishWorkflow(id: $id, note: $note) {\n      workflow {\n        ...DesignedWorkflowParts\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Collections {\n    collections(first: 100) {\n      totalCount\n      nodes {\n        id\n        name\n        description\n        documentCount\n        createdAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query Collections {\n    collections(first: 100) {\n      totalCount\n      nodes {\n        id\n        name\n        description\n        documentCount\n        createdAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Documents($collectionId: ID, $first: Int, $after: String) {\n    documents(collectionId: $collectionId, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...DocumentRow\n      }\n    }\n  }\n  fragment DocumentRow on Document {\n    id\n    name\n    mediaType\n    status\n    byteCount\n    pageCount\n    title\n    collectionId\n    createdAt\n    error {\n      code\n      message\n    }\n  }\n"): (typeof documents)["\n  query Documents($collectionId: ID, $first: Int, $after: String) {\n    documents(collectionId: $collectionId, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...DocumentRow\n      }\n    }\n  }\n  fragment DocumentRow on Document {\n    id\n    name\n    mediaType\n    status\n    byteCount\n    pageCount\n    title\n    collectionId\n    createdAt\n    error {\n      code\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DocumentBlocks($id: ID!, $start: Int, $end: Int) {\n    document(id: $id) {\n      ...DocumentRow\n      blocks(start: $start, end: $end) {\n        ...ReadBlock\n      }\n    }\n  }\n  fragment ReadBlock on DocumentBlock {\n    kind\n    text\n    page\n    start\n    end\n    headingPath\n  }\n"): (typeof documents)["\n  query DocumentBlocks($id: ID!, $start: Int, $end: Int) {\n    document(id: $id) {\n      ...DocumentRow\n      blocks(start: $start, end: $end) {\n        ...ReadBlock\n      }\n    }\n  }\n  fragment ReadBlock on DocumentBlock {\n    kind\n    text\n    page\n    start\n    end\n    headingPath\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateCollection($input: CreateCollectionInput!) {\n    createCollection(input: $input) {\n      collection {\n        id\n        name\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateCollection($input: CreateCollectionInput!) {\n    createCollection(input: $input) {\n      collection {\n        id\n        name\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteDocument($id: ID!) {\n    deleteDocument(id: $id) {\n      deletedId\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteDocument($id: ID!) {\n    deleteDocument(id: $id) {\n      deletedId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Executions($first: Int, $after: String, $filter: ExecutionFilter) {\n    executions(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...ExecutionRow\n      }\n    }\n  }\n  fragment ExecutionRow on Execution {\n    id\n    name\n    status\n    progressPercentage\n    version\n    input\n    createdAt\n    startedAt\n    completedAt\n    error {\n      code\n      message\n      stepId\n    }\n    workflow {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  query Executions($first: Int, $after: String, $filter: ExecutionFilter) {\n    executions(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...ExecutionRow\n      }\n    }\n  }\n  fragment ExecutionRow on Execution {\n    id\n    name\n    status\n    progressPercentage\n    version\n    input\n    createdAt\n    startedAt\n    completedAt\n    error {\n      code\n      message\n      stepId\n    }\n    workflow {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WatchedExecution($id: ID!) {\n    execution(id: $id) {\n      ...LiveExecution\n      definition\n      temporalUrl\n      temporalWorkflowId\n      workflow {\n        id\n        name\n      }\n    }\n  }\n  fragment LiveExecution on Execution {\n    id\n    name\n    status\n    progressPercentage\n    sequence\n    input\n    output\n    version\n    createdAt\n    startedAt\n    completedAt\n    error {\n      code\n      message\n      stepId\n      path\n      attempt\n    }\n    steps {\n      path\n      stepId\n      type\n      name\n      status\n      attempt\n      reason\n      configuration\n      output\n      warnings\n      startedAt\n      completedAt\n      durationMs\n      error {\n        code\n        message\n        stepId\n        path\n        attempt\n      }\n      progress {\n        done\n        total\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  query WatchedExecution($id: ID!) {\n    execution(id: $id) {\n      ...LiveExecution\n      definition\n      temporalUrl\n      temporalWorkflowId\n      workflow {\n        id\n        name\n      }\n    }\n  }\n  fragment LiveExecution on Execution {\n    id\n    name\n    status\n    progressPercentage\n    sequence\n    input\n    output\n    version\n    createdAt\n    startedAt\n    completedAt\n    error {\n      code\n      message\n      stepId\n      path\n      attempt\n    }\n    steps {\n      path\n      stepId\n      type\n      name\n      status\n      attempt\n      reason\n      configuration\n      output\n      warnings\n      startedAt\n      completedAt\n      durationMs\n      error {\n        code\n        message\n        stepId\n        path\n        attempt\n      }\n      progress {\n        done\n        total\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ExecutionUpdated($id: ID!) {\n    executionUpdated(id: $id) {\n      ...LiveExecution\n    }\n  }\n"): (typeof documents)["\n  subscription ExecutionUpdated($id: ID!) {\n    executionUpdated(id: $id) {\n      ...LiveExecution\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ExecutionEvents($id: ID!, $after: Int) {\n    executionEvents(id: $id, after: $after) {\n      ...LoggedEvent\n    }\n  }\n  fragment LoggedEvent on ExecutionEvent {\n    sequence\n    at\n    level\n    kind\n    path\n    message\n    data\n  }\n"): (typeof documents)["\n  subscription ExecutionEvents($id: ID!, $after: Int) {\n    executionEvents(id: $id, after: $after) {\n      ...LoggedEvent\n    }\n  }\n  fragment LoggedEvent on ExecutionEvent {\n    sequence\n    at\n    level\n    kind\n    path\n    message\n    data\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartExecution($input: StartExecutionInput!) {\n    startExecution(input: $input) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StartExecution($input: StartExecutionInput!) {\n    startExecution(input: $input) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseExecution($id: ID!) {\n    pauseExecution(id: $id) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PauseExecution($id: ID!) {\n    pauseExecution(id: $id) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeExecution($id: ID!) {\n    resumeExecution(id: $id) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ResumeExecution($id: ID!) {\n    resumeExecution(id: $id) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelExecution($id: ID!) {\n    cancelExecution(id: $id) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelExecution($id: ID!) {\n    cancelExecution(id: $id) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      ...Authenticated\n    }\n  }\n  fragment Authenticated on AuthPayload {\n    accessToken\n    refreshToken\n    expiresAt\n    user {\n      id\n      email\n      displayName\n      role\n    }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      ...Authenticated\n    }\n  }\n  fragment Authenticated on AuthPayload {\n    accessToken\n    refreshToken\n    expiresAt\n    user {\n      id\n      email\n      displayName\n      role\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefreshSession($refreshToken: String!) {\n    refreshSession(refreshToken: $refreshToken) {\n      ...Authenticated\n    }\n  }\n"): (typeof documents)["\n  mutation RefreshSession($refreshToken: String!) {\n    refreshSession(refreshToken: $refreshToken) {\n      ...Authenticated\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut($refreshToken: String!) {\n    signOut(refreshToken: $refreshToken)\n  }\n"): (typeof documents)["\n  mutation SignOut($refreshToken: String!) {\n    signOut(refreshToken: $refreshToken)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Workflows($first: Int, $after: String, $filter: WorkflowFilter) {\n    workflows(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...WorkflowCard\n      }\n    }\n  }\n  fragment WorkflowCard on Workflow {\n    id\n    name\n    description\n    status\n    version\n    tags\n    definition\n    updatedAt\n    publishedAt\n    publishedVersion {\n      id\n      number\n    }\n    collection {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  query Workflows($first: Int, $after: String, $filter: WorkflowFilter) {\n    workflows(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...WorkflowCard\n      }\n    }\n  }\n  fragment WorkflowCard on Workflow {\n    id\n    name\n    description\n    status\n    version\n    tags\n    definition\n    updatedAt\n    publishedAt\n    publishedVersion {\n      id\n      number\n    }\n    collection {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateWorkflow($input: CreateWorkflowInput!) {\n    createWorkflow(input: $input) {\n      workflow {\n        ...WorkflowCard\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n  fragment ProblemLine on Problem {\n    code\n    severity\n    message\n    path\n    stepId\n    connectionId\n    field\n    span {\n      start\n      end\n    }\n  }\n"): (typeof documents)["\n  mutation CreateWorkflow($input: CreateWorkflowInput!) {\n    createWorkflow(input: $input) {\n      workflow {\n        ...WorkflowCard\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n  fragment ProblemLine on Problem {\n    code\n    severity\n    message\n    path\n    stepId\n    connectionId\n    field\n    span {\n      start\n      end\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DuplicateWorkflow($id: ID!, $name: String) {\n    duplicateWorkflow(id: $id, name: $name) {\n      workflow {\n        ...WorkflowCard\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DuplicateWorkflow($id: ID!, $name: String) {\n    duplicateWorkflow(id: $id, name: $name) {\n      workflow {\n        ...WorkflowCard\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteWorkflow($id: ID!) {\n    deleteWorkflow(id: $id) {\n      deletedId\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteWorkflow($id: ID!) {\n    deleteWorkflow(id: $id) {\n      deletedId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ArchiveWorkflow($id: ID!) {\n    archiveWorkflow(id: $id) {\n      workflow {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ArchiveWorkflow($id: ID!) {\n    archiveWorkflow(id: $id) {\n      workflow {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;