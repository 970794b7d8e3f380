/** Tabs and history are of one graph: another has other types. */
import { HERE, IS_TYPED } from './surfaces.ts';

/** Keys of typed graphs begin with their path. */
const PREFIX = IS_TYPED ? `${HERE} ` : '';

/** `localStorage` as GraphiQL uses it. */
export const surfaceStorage = {
  getItem: (key: string) => localStorage.getItem(PREFIX + key),
  setItem: (key: string, value: string) => localStorage.setItem(PREFIX + key, value),
  removeItem: (key: string) => localStorage.removeItem(PREFIX + key),
  clear: () => localStorage.clear(),
  get length() {
    return localStorage.length;
  },
};
