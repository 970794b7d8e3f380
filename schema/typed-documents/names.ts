/** For descriptions that are written by a program. */
export { printPath } from '../../resolvers/typed-documents/model.ts';
export { memberField, typedName } from '../../resolvers/typed-documents/names.ts';
