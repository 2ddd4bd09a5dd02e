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
    "\n  query RunnableWorkflows {\n    workflows(first: 100, filter: { status: PUBLISHED }) {\n      nodes {\n        id\n        name\n        publishedVersion {\n          id\n          definition\n        }\n      }\n    }\n  }\n": typeof types.RunnableWorkflowsDocument,
    "\n  query Collections {\n    collections(first: 100) {\n      totalCount\n      nodes {\n        id\n        name\n        description\n        documentCount\n        createdAt\n      }\n    }\n  }\n": typeof types.CollectionsDocument,
    "\n  query Documents($collectionId: ID, $first: Int, $after: String) {\n    documents(collectionId: $collectionId, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...DocumentRow\n      }\n    }\n  }\n  fragment DocumentRow on Document {\n    id\n    name\n    mediaType\n    status\n    byteCount\n    pageCount\n    title\n    collectionId\n    createdAt\n    error {\n      code\n      message\n    }\n  }\n": typeof types.DocumentsDocument,
    "\n  query DocumentBlocks($id: ID!, $start: Int, $end: Int) {\n    document(id: $id) {\n      ...DocumentRow\n      blocks(start: $start, end: $end) {\n        ...ReadBlock\n      }\n    }\n  }\n  fragment ReadBlock on DocumentBlock {\n    kind\n    text\n    page\n    start\n    end\n    headingPath\n  }\n": typeof types.DocumentBlocksDocument,
    "\n  mutation CreateCollection($input: CreateCollectionInput!) {\n    createCollection(input: $input) {\n      collection {\n        id\n        name\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": typeof types.CreateCollectionDocument,
    "\n  mutation DeleteDocument($id: ID!) {\n    deleteDocument(id: $id) {\n      deletedId\n    }\n  }\n": typeof types.DeleteDocumentDocument,
    "\n  mutation RetryStep($id: ID!, $path: String!, $configuration: JSON) {\n    retryStep(id: $id, path: $path, configuration: $configuration) {\n      ...Decided\n    }\n  }\n  fragment Decided on ExecutionPayload {\n    execution {\n      id\n      status\n    }\n    problems {\n      ...ProblemLine\n    }\n  }\n": typeof types.RetryStepDocument,
    "\n  mutation SkipStep($id: ID!, $path: String!, $output: JSON) {\n    skipStep(id: $id, path: $path, output: $output) {\n      ...Decided\n    }\n  }\n": typeof types.SkipStepDocument,
    "\n  mutation GiveUpStep($id: ID!, $path: String!) {\n    giveUpStep(id: $id, path: $path) {\n      ...Decided\n    }\n  }\n": typeof types.GiveUpStepDocument,
    "\n  mutation Approve($id: ID!, $path: String!, $approved: Boolean!, $comment: String) {\n    approve(id: $id, path: $path, approved: $approved, comment: $comment) {\n      ...Decided\n    }\n  }\n": typeof types.ApproveDocument,
    "\n  mutation SendEvent($id: ID!, $name: String!, $payload: JSON, $path: String) {\n    sendEvent(id: $id, name: $name, payload: $payload, path: $path) {\n      ...Decided\n    }\n  }\n": typeof types.SendEventDocument,
    "\n  mutation SetVariable($id: ID!, $scopePath: String, $name: String!, $value: JSON) {\n    setVariable(id: $id, scopePath: $scopePath, name: $name, value: $value) {\n      ...Decided\n    }\n  }\n": typeof types.SetVariableDocument,
    "\n  query Executions($first: Int, $after: String, $filter: ExecutionFilter) {\n    executions(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...ExecutionRow\n      }\n    }\n  }\n  fragment ExecutionRow on Execution {\n    id\n    name\n    status\n    progressPercentage\n    version\n    input\n    createdAt\n    startedAt\n    completedAt\n    error {\n      code\n      message\n      stepId\n    }\n    workflow {\n      id\n      name\n    }\n  }\n": typeof types.ExecutionsDocument,
    "\n  query WatchedExecution($id: ID!) {\n    execution(id: $id) {\n      ...LiveExecution\n      definition\n      temporalUrl\n      temporalWorkflowId\n      workflow {\n        id\n        name\n      }\n      parent {\n        id\n        name\n      }\n      parentPath\n    }\n  }\n  fragment LiveExecution on Execution {\n    id\n    name\n    status\n    progressPercentage\n    sequence\n    input\n    output\n    version\n    createdAt\n    startedAt\n    completedAt\n    error {\n      code\n      message\n      stepId\n      path\n      attempt\n    }\n    stepsOmitted\n    steps {\n      ...StepRow\n    }\n  }\n  fragment StepRow on ExecutionStep {\n    path\n    parentPath\n    iteration\n    stepId\n    type\n    name\n    status\n    attempt\n    reason\n    waitsFor\n    dueAt\n    approval {\n      message\n      assignees\n    }\n    configuration\n    output\n    warnings\n    startedAt\n    completedAt\n    durationMs\n    error {\n      code\n      message\n      stepId\n      path\n      attempt\n    }\n    progress {\n      done\n      total\n      message\n    }\n  }\n": typeof types.WatchedExecutionDocument,
    "\n  subscription ExecutionUpdated($id: ID!) {\n    executionUpdated(id: $id) {\n      ...LiveExecution\n    }\n  }\n": typeof types.ExecutionUpdatedDocument,
    "\n  subscription ExecutionEvents($id: ID!, $after: Int) {\n    executionEvents(id: $id, after: $after) {\n      ...LoggedEvent\n    }\n  }\n  fragment LoggedEvent on ExecutionEvent {\n    sequence\n    at\n    level\n    kind\n    path\n    message\n    data\n  }\n": typeof types.ExecutionEventsDocument,
    "\n  mutation StartExecution($input: StartExecutionInput!) {\n    startExecution(input: $input) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": typeof types.StartExecutionDocument,
    "\n  mutation PauseExecution($id: ID!, $path: String) {\n    pauseExecution(id: $id, path: $path) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": typeof types.PauseExecutionDocument,
    "\n  mutation ResumeExecution($id: ID!, $path: String) {\n    resumeExecution(id: $id, path: $path) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": typeof types.ResumeExecutionDocument,
    "\n  mutation CancelExecution($id: ID!) {\n    cancelExecution(id: $id) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": typeof types.CancelExecutionDocument,
    "\n  query StepsIn($id: ID!, $parentPath: String!, $statuses: [StepStatus!], $first: Int, $after: String) {\n    executionSteps(id: $id, parentPath: $parentPath, statuses: $statuses, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...StepRow\n      }\n    }\n  }\n": typeof types.StepsInDocument,
    "\n  query LoopTotals($id: ID!, $loop: String!) {\n    succeeded: executionSteps(id: $id, parentPath: $loop, statuses: [COMPLETED], first: 1) {\n      totalCount\n    }\n    failed: executionSteps(id: $id, parentPath: $loop, statuses: [FAILED], first: 1) {\n      totalCount\n    }\n    ended: executionSteps(id: $id, parentPath: $loop, first: 1) {\n      totalCount\n    }\n  }\n": typeof types.LoopTotalsDocument,
    "\n  query ExecutionChildren($id: ID!) {\n    execution(id: $id) {\n      id\n      children(first: 50) {\n        nodes {\n          id\n          name\n          status\n          parentPath\n        }\n      }\n    }\n  }\n": typeof types.ExecutionChildrenDocument,
    "\n  query ExecutionVariables($id: ID!, $after: String) {\n    execution(id: $id) {\n      id\n      variables(first: 100, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          scopePath\n          name\n          value\n          setAt\n        }\n      }\n    }\n  }\n": typeof types.ExecutionVariablesDocument,
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
    "\n  query RunnableWorkflows {\n    workflows(first: 100, filter: { status: PUBLISHED }) {\n      nodes {\n        id\n        name\n        publishedVersion {\n          id\n          definition\n        }\n      }\n    }\n  }\n": types.RunnableWorkflowsDocument,
    "\n  query Collections {\n    collections(first: 100) {\n      totalCount\n      nodes {\n        id\n        name\n        description\n        documentCount\n        createdAt\n      }\n    }\n  }\n": types.CollectionsDocument,
    "\n  query Documents($collectionId: ID, $first: Int, $after: String) {\n    documents(collectionId: $collectionId, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...DocumentRow\n      }\n    }\n  }\n  fragment DocumentRow on Document {\n    id\n    name\n    mediaType\n    status\n    byteCount\n    pageCount\n    title\n    collectionId\n    createdAt\n    error {\n      code\n      message\n    }\n  }\n": types.DocumentsDocument,
    "\n  query DocumentBlocks($id: ID!, $start: Int, $end: Int) {\n    document(id: $id) {\n      ...DocumentRow\n      blocks(start: $start, end: $end) {\n        ...ReadBlock\n      }\n    }\n  }\n  fragment ReadBlock on DocumentBlock {\n    kind\n    text\n    page\n    start\n    end\n    headingPath\n  }\n": types.DocumentBlocksDocument,
    "\n  mutation CreateCollection($input: CreateCollectionInput!) {\n    createCollection(input: $input) {\n      collection {\n        id\n        name\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": types.CreateCollectionDocument,
    "\n  mutation DeleteDocument($id: ID!) {\n    deleteDocument(id: $id) {\n      deletedId\n    }\n  }\n": types.DeleteDocumentDocument,
    "\n  mutation RetryStep($id: ID!, $path: String!, $configuration: JSON) {\n    retryStep(id: $id, path: $path, configuration: $configuration) {\n      ...Decided\n    }\n  }\n  fragment Decided on ExecutionPayload {\n    execution {\n      id\n      status\n    }\n    problems {\n      ...ProblemLine\n    }\n  }\n": types.RetryStepDocument,
    "\n  mutation SkipStep($id: ID!, $path: String!, $output: JSON) {\n    skipStep(id: $id, path: $path, output: $output) {\n      ...Decided\n    }\n  }\n": types.SkipStepDocument,
    "\n  mutation GiveUpStep($id: ID!, $path: String!) {\n    giveUpStep(id: $id, path: $path) {\n      ...Decided\n    }\n  }\n": types.GiveUpStepDocument,
    "\n  mutation Approve($id: ID!, $path: String!, $approved: Boolean!, $comment: String) {\n    approve(id: $id, path: $path, approved: $approved, comment: $comment) {\n      ...Decided\n    }\n  }\n": types.ApproveDocument,
    "\n  mutation SendEvent($id: ID!, $name: String!, $payload: JSON, $path: String) {\n    sendEvent(id: $id, name: $name, payload: $payload, path: $path) {\n      ...Decided\n    }\n  }\n": types.SendEventDocument,
    "\n  mutation SetVariable($id: ID!, $scopePath: String, $name: String!, $value: JSON) {\n    setVariable(id: $id, scopePath: $scopePath, name: $name, value: $value) {\n      ...Decided\n    }\n  }\n": types.SetVariableDocument,
    "\n  query Executions($first: Int, $after: String, $filter: ExecutionFilter) {\n    executions(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...ExecutionRow\n      }\n    }\n  }\n  fragment ExecutionRow on Execution {\n    id\n    name\n    status\n    progressPercentage\n    version\n    input\n    createdAt\n    startedAt\n    completedAt\n    error {\n      code\n      message\n      stepId\n    }\n    workflow {\n      id\n      name\n    }\n  }\n": types.ExecutionsDocument,
    "\n  query WatchedExecution($id: ID!) {\n    execution(id: $id) {\n      ...LiveExecution\n      definition\n      temporalUrl\n      temporalWorkflowId\n      workflow {\n        id\n        name\n      }\n      parent {\n        id\n        name\n      }\n      parentPath\n    }\n  }\n  fragment LiveExecution on Execution {\n    id\n    name\n    status\n    progressPercentage\n    sequence\n    input\n    output\n    version\n    createdAt\n    startedAt\n    completedAt\n    error {\n      code\n      message\n      stepId\n      path\n      attempt\n    }\n    stepsOmitted\n    steps {\n      ...StepRow\n    }\n  }\n  fragment StepRow on ExecutionStep {\n    path\n    parentPath\n    iteration\n    stepId\n    type\n    name\n    status\n    attempt\n    reason\n    waitsFor\n    dueAt\n    approval {\n      message\n      assignees\n    }\n    configuration\n    output\n    warnings\n    startedAt\n    completedAt\n    durationMs\n    error {\n      code\n      message\n      stepId\n      path\n      attempt\n    }\n    progress {\n      done\n      total\n      message\n    }\n  }\n": types.WatchedExecutionDocument,
    "\n  subscription ExecutionUpdated($id: ID!) {\n    executionUpdated(id: $id) {\n      ...LiveExecution\n    }\n  }\n": types.ExecutionUpdatedDocument,
    "\n  subscription ExecutionEvents($id: ID!, $after: Int) {\n    executionEvents(id: $id, after: $after) {\n      ...LoggedEvent\n    }\n  }\n  fragment LoggedEvent on ExecutionEvent {\n    sequence\n    at\n    level\n    kind\n    path\n    message\n    data\n  }\n": types.ExecutionEventsDocument,
    "\n  mutation StartExecution($input: StartExecutionInput!) {\n    startExecution(input: $input) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": types.StartExecutionDocument,
    "\n  mutation PauseExecution($id: ID!, $path: String) {\n    pauseExecution(id: $id, path: $path) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": types.PauseExecutionDocument,
    "\n  mutation ResumeExecution($id: ID!, $path: String) {\n    resumeExecution(id: $id, path: $path) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": types.ResumeExecutionDocument,
    "\n  mutation CancelExecution($id: ID!) {\n    cancelExecution(id: $id) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n": types.CancelExecutionDocument,
    "\n  query StepsIn($id: ID!, $parentPath: String!, $statuses: [StepStatus!], $first: Int, $after: String) {\n    executionSteps(id: $id, parentPath: $parentPath, statuses: $statuses, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...StepRow\n      }\n    }\n  }\n": types.StepsInDocument,
    "\n  query LoopTotals($id: ID!, $loop: String!) {\n    succeeded: executionSteps(id: $id, parentPath: $loop, statuses: [COMPLETED], first: 1) {\n      totalCount\n    }\n    failed: executionSteps(id: $id, parentPath: $loop, statuses: [FAILED], first: 1) {\n      totalCount\n    }\n    ended: executionSteps(id: $id, parentPath: $loop, first: 1) {\n      totalCount\n    }\n  }\n": types.LoopTotalsDocument,
    "\n  query ExecutionChildren($id: ID!) {\n    execution(id: $id) {\n      id\n      children(first: 50) {\n        nodes {\n          id\n          name\n          status\n          parentPath\n        }\n      }\n    }\n  }\n": types.ExecutionChildrenDocument,
    "\n  query ExecutionVariables($id: ID!, $after: String) {\n    execution(id: $id) {\n      id\n      variables(first: 100, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          scopePath\n          name\n          value\n          setAt\n        }\n      }\n    }\n  }\n": types.ExecutionVariablesDocument,
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
export function graphql(source: "\n  query RunnableWorkflows {\n    workflows(first: 100, filter: { status: PUBLISHED }) {\n      nodes {\n        id\n        name\n        publishedVersion {\n          id\n          definition\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query RunnableWorkflows {\n    workflows(first: 100, filter: { status: PUBLISHED }) {\n      nodes {\n        id\n        name\n        publishedVersion {\n          id\n          definition\n        }\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  mutation RetryStep($id: ID!, $path: String!, $configuration: JSON) {\n    retryStep(id: $id, path: $path, configuration: $configuration) {\n      ...Decided\n    }\n  }\n  fragment Decided on ExecutionPayload {\n    execution {\n      id\n      status\n    }\n    problems {\n      ...ProblemLine\n    }\n  }\n"): (typeof documents)["\n  mutation RetryStep($id: ID!, $path: String!, $configuration: JSON) {\n    retryStep(id: $id, path: $path, configuration: $configuration) {\n      ...Decided\n    }\n  }\n  fragment Decided on ExecutionPayload {\n    execution {\n      id\n      status\n    }\n    problems {\n      ...ProblemLine\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SkipStep($id: ID!, $path: String!, $output: JSON) {\n    skipStep(id: $id, path: $path, output: $output) {\n      ...Decided\n    }\n  }\n"): (typeof documents)["\n  mutation SkipStep($id: ID!, $path: String!, $output: JSON) {\n    skipStep(id: $id, path: $path, output: $output) {\n      ...Decided\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GiveUpStep($id: ID!, $path: String!) {\n    giveUpStep(id: $id, path: $path) {\n      ...Decided\n    }\n  }\n"): (typeof documents)["\n  mutation GiveUpStep($id: ID!, $path: String!) {\n    giveUpStep(id: $id, path: $path) {\n      ...Decided\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Approve($id: ID!, $path: String!, $approved: Boolean!, $comment: String) {\n    approve(id: $id, path: $path, approved: $approved, comment: $comment) {\n      ...Decided\n    }\n  }\n"): (typeof documents)["\n  mutation Approve($id: ID!, $path: String!, $approved: Boolean!, $comment: String) {\n    approve(id: $id, path: $path, approved: $approved, comment: $comment) {\n      ...Decided\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendEvent($id: ID!, $name: String!, $payload: JSON, $path: String) {\n    sendEvent(id: $id, name: $name, payload: $payload, path: $path) {\n      ...Decided\n    }\n  }\n"): (typeof documents)["\n  mutation SendEvent($id: ID!, $name: String!, $payload: JSON, $path: String) {\n    sendEvent(id: $id, name: $name, payload: $payload, path: $path) {\n      ...Decided\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetVariable($id: ID!, $scopePath: String, $name: String!, $value: JSON) {\n    setVariable(id: $id, scopePath: $scopePath, name: $name, value: $value) {\n      ...Decided\n    }\n  }\n"): (typeof documents)["\n  mutation SetVariable($id: ID!, $scopePath: String, $name: String!, $value: JSON) {\n    setVariable(id: $id, scopePath: $scopePath, name: $name, value: $value) {\n      ...Decided\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Executions($first: Int, $after: String, $filter: ExecutionFilter) {\n    executions(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...ExecutionRow\n      }\n    }\n  }\n  fragment ExecutionRow on Execution {\n    id\n    name\n    status\n    progressPercentage\n    version\n    input\n    createdAt\n    startedAt\n    completedAt\n    error {\n      code\n      message\n      stepId\n    }\n    workflow {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  query Executions($first: Int, $after: String, $filter: ExecutionFilter) {\n    executions(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...ExecutionRow\n      }\n    }\n  }\n  fragment ExecutionRow on Execution {\n    id\n    name\n    status\n    progressPercentage\n    version\n    input\n    createdAt\n    startedAt\n    completedAt\n    error {\n      code\n      message\n      stepId\n    }\n    workflow {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WatchedExecution($id: ID!) {\n    execution(id: $id) {\n      ...LiveExecution\n      definition\n      temporalUrl\n      temporalWorkflowId\n      workflow {\n        id\n        name\n      }\n      parent {\n        id\n        name\n      }\n      parentPath\n    }\n  }\n  fragment LiveExecution on Execution {\n    id\n    name\n    status\n    progressPercentage\n    sequence\n    input\n    output\n    version\n    createdAt\n    startedAt\n    completedAt\n    error {\n      code\n      message\n      stepId\n      path\n      attempt\n    }\n    stepsOmitted\n    steps {\n      ...StepRow\n    }\n  }\n  fragment StepRow on ExecutionStep {\n    path\n    parentPath\n    iteration\n    stepId\n    type\n    name\n    status\n    attempt\n    reason\n    waitsFor\n    dueAt\n    approval {\n      message\n      assignees\n    }\n    configuration\n    output\n    warnings\n    startedAt\n    completedAt\n    durationMs\n    error {\n      code\n      message\n      stepId\n      path\n      attempt\n    }\n    progress {\n      done\n      total\n      message\n    }\n  }\n"): (typeof documents)["\n  query WatchedExecution($id: ID!) {\n    execution(id: $id) {\n      ...LiveExecution\n      definition\n      temporalUrl\n      temporalWorkflowId\n      workflow {\n        id\n        name\n      }\n      parent {\n        id\n        name\n      }\n      parentPath\n    }\n  }\n  fragment LiveExecution on Execution {\n    id\n    name\n    status\n    progressPercentage\n    sequence\n    input\n    output\n    version\n    createdAt\n    startedAt\n    completedAt\n    error {\n      code\n      message\n      stepId\n      path\n      attempt\n    }\n    stepsOmitted\n    steps {\n      ...StepRow\n    }\n  }\n  fragment StepRow on ExecutionStep {\n    path\n    parentPath\n    iteration\n    stepId\n    type\n    name\n    status\n    attempt\n    reason\n    waitsFor\n    dueAt\n    approval {\n      message\n      assignees\n    }\n    configuration\n    output\n    warnings\n    startedAt\n    completedAt\n    durationMs\n    error {\n      code\n      message\n      stepId\n      path\n      attempt\n    }\n    progress {\n      done\n      total\n      message\n    }\n  }\n"];
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
export function graphql(source: "\n  mutation PauseExecution($id: ID!, $path: String) {\n    pauseExecution(id: $id, path: $path) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PauseExecution($id: ID!, $path: String) {\n    pauseExecution(id: $id, path: $path) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeExecution($id: ID!, $path: String) {\n    resumeExecution(id: $id, path: $path) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ResumeExecution($id: ID!, $path: String) {\n    resumeExecution(id: $id, path: $path) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelExecution($id: ID!) {\n    cancelExecution(id: $id) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelExecution($id: ID!) {\n    cancelExecution(id: $id) {\n      execution {\n        id\n        status\n      }\n      problems {\n        ...ProblemLine\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StepsIn($id: ID!, $parentPath: String!, $statuses: [StepStatus!], $first: Int, $after: String) {\n    executionSteps(id: $id, parentPath: $parentPath, statuses: $statuses, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...StepRow\n      }\n    }\n  }\n"): (typeof documents)["\n  query StepsIn($id: ID!, $parentPath: String!, $statuses: [StepStatus!], $first: Int, $after: String) {\n    executionSteps(id: $id, parentPath: $parentPath, statuses: $statuses, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...StepRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LoopTotals($id: ID!, $loop: String!) {\n    succeeded: executionSteps(id: $id, parentPath: $loop, statuses: [COMPLETED], first: 1) {\n      totalCount\n    }\n    failed: executionSteps(id: $id, parentPath: $loop, statuses: [FAILED], first: 1) {\n      totalCount\n    }\n    ended: executionSteps(id: $id, parentPath: $loop, first: 1) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query LoopTotals($id: ID!, $loop: String!) {\n    succeeded: executionSteps(id: $id, parentPath: $loop, statuses: [COMPLETED], first: 1) {\n      totalCount\n    }\n    failed: executionSteps(id: $id, parentPath: $loop, statuses: [FAILED], first: 1) {\n      totalCount\n    }\n    ended: executionSteps(id: $id, parentPath: $loop, first: 1) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExecutionChildren($id: ID!) {\n    execution(id: $id) {\n      id\n      children(first: 50) {\n        nodes {\n          id\n          name\n          status\n          parentPath\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ExecutionChildren($id: ID!) {\n    execution(id: $id) {\n      id\n      children(first: 50) {\n        nodes {\n          id\n          name\n          status\n          parentPath\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExecutionVariables($id: ID!, $after: String) {\n    execution(id: $id) {\n      id\n      variables(first: 100, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          scopePath\n          name\n          value\n          setAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ExecutionVariables($id: ID!, $after: String) {\n    execution(id: $id) {\n      id\n      variables(first: 100, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          scopePath\n          name\n          value\n          setAt\n        }\n      }\n    }\n  }\n"];
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