import { type CommandFailure, refused } from '../../command/errors.ts';

export function invalidExpression(problem: string): CommandFailure {
  const message = `Unsupported filter clause: ${problem}.\n\nUse supported expressions.`;
  return refused('FILTER', 'FILTER_INVALID_EXPRESSION', message, 'Unsupported filter clause');
}

export function unsupportedType(problem: string): CommandFailure {
  const message = `Unsupported filter data type: ${problem}.\n\nUse supported types.`;
  return refused('FILTER', 'FILTER_UNSUPPORTED_DATA_TYPE', message);
}

export function invalidContainer(column: string, problem: string): CommandFailure {
  const message = `The filter of the column ${column} is wrong: ${problem}.\n\nLists and sets take {"$in": […]}, {"$nin": […]} or {"$all": […]}; maps take these with entries such as ["key", "value"], or within "$keys" or "$values".`;
  return refused('FILTER', 'INVALID_MAP_SET_LIST_FILTER', message);
}
