import { type DescribedField, printPath } from '../../resolvers/typed-documents/model.ts';

/** What the operator says of a field, and where it stands in the document. */
export function describeField({ description, path }: DescribedField): string {
  const place = `At \`${printPath(path)}\`.`;
  return description ? `${description}\n\n${place}` : place;
}
