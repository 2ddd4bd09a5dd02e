import { graphql } from '../graphql/generated/gql.js';

export const Collections = graphql(`
  query Collections {
    collections(first: 100) {
      totalCount
      nodes {
        id
        name
        description
        documentCount
        createdAt
      }
    }
  }
`);

export const Documents = graphql(`
  query Documents($collectionId: ID, $first: Int, $after: String) {
    documents(collectionId: $collectionId, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...DocumentRow
      }
    }
  }
  fragment DocumentRow on Document {
    id
    name
    mediaType
    status
    byteCount
    pageCount
    title
    collectionId
    createdAt
    error {
      code
      message
    }
  }
`);

export const DocumentBlocks = graphql(`
  query DocumentBlocks($id: ID!, $start: Int, $end: Int) {
    document(id: $id) {
      ...DocumentRow
      blocks(start: $start, end: $end) {
        ...ReadBlock
      }
    }
  }
  fragment ReadBlock on DocumentBlock {
    kind
    text
    page
    start
    end
    headingPath
  }
`);

export const CreateCollection = graphql(`
  mutation CreateCollection($input: CreateCollectionInput!) {
    createCollection(input: $input) {
      collection {
        id
        name
      }
      problems {
        ...ProblemLine
      }
    }
  }
`);

export const DeleteDocument = graphql(`
  mutation DeleteDocument($id: ID!) {
    deleteDocument(id: $id) {
      deletedId
    }
  }
`);
