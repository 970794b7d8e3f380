/** Finds where a program takes the word of its author instead of the compiler's. */
import { relative } from 'node:path';
import ts from 'typescript';

/**
 * Casts, non-null assertions, `any` in the source, comments that silence the compiler, and expressions whose type is `any`
 * although nobody wrote it.
 *
 * @param folder - with a `tsconfig.json`
 * @param isOwn - whether a file, by its path in the folder, is one that somebody has written
 * @returns each with its place, such as `src/page.tsx:12: as Airport`
 */
export function findCasts(folder: string, isOwn: (path: string) => boolean): { files: number; casts: string[] } {
  const { config } = ts.readConfigFile(`${folder}/tsconfig.json`, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const own = program.getSourceFiles().filter(({ fileName }) => isOwn(relative(folder, fileName)));
  const casts = own.flatMap((file) =>
    castsIn(file, checker).map((cast) => `${relative(folder, file.fileName)}:${cast}`),
  );
  return { files: own.length, casts };
}

function castsIn(file: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const found = [...file.text.matchAll(/@ts-(?:ignore|expect-error|nocheck)/g)].map(
    ({ 0: text, index }) => [index, text] as const,
  );
  const visit = (node: ts.Node): void => {
    if (isCast(node) || isAny(node, checker)) found.push([node.getStart(file), node.getText(file)]);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.map(
    ([index, text]) => `${file.getLineAndCharacterOfPosition(index).line + 1}: ${text.replace(/\s+/g, ' ')}`,
  );
}

function isCast(node: ts.Node): boolean {
  return (
    ts.isAsExpression(node) ||
    ts.isTypeAssertionExpression(node) ||
    ts.isNonNullExpression(node) ||
    node.kind === ts.SyntaxKind.AnyKeyword ||
    ((ts.isPropertyDeclaration(node) || ts.isVariableDeclaration(node)) && node.exclamationToken !== undefined)
  );
}

/** Of names that are declared, and of what is read, called or awaited. */
function isAny(node: ts.Node, checker: ts.TypeChecker): boolean {
  const isDeclared = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
  const isRead = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
  const isGot = isRead || ts.isCallExpression(node) || ts.isAwaitExpression(node);
  if (!isGot && !(isDeclared && ts.isIdentifier(node.name))) return false;
  return (checker.getTypeAtLocation(node).flags & ts.TypeFlags.Any) !== 0;
}
