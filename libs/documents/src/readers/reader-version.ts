/** Names what the readers make of a document: raised whenever their output changes, so that texts are read again. */
export const readerVersion = '2';
