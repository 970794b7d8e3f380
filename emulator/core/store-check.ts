/**
 * Checks that a file can be opened as a store. LMDB maps the file into memory and trusts it: a truncated or foreign file ends
 * the process with a signal. The check walks the B+ trees of LMDB's data version 2 and looks at each page.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const MAGIC = 0xbeefc0de;
const VERSION = 2;
/** Page number (8 bytes), transaction (8), padding (2), flags (2), start (2) and end (2) of the free space. */
const PAGE_HEADER_BYTES = 24;
const NODE_HEADER_BYTES = 8;
const BRANCH = 1;
const LEAF = 2;
const OVERFLOW = 4;
const BIG_NODE = 1;
/** The root of an empty tree. */
const NONE = 0xffff_ffff_ffff_ffffn;
/** A file that another process is writing to can look damaged for a moment, so the check repeats. */
const ATTEMPTS = 5;

interface Meta {
  readonly pageSize: number;
  readonly transaction: bigint;
  /** The tree of free pages, then the tree of entries. */
  readonly trees: readonly { readonly depth: number; readonly root: bigint }[];
}

/** The damage, as a predicate of the file name ("is damaged"); `undefined` for a valid store and for an empty file. */
export function findDamage(path: string): string | undefined {
  const file = openSync(path, 'r');
  try {
    const size = fstatSync(file).size;
    if (size === 0) return undefined;
    for (let attempt = 1; ; attempt += 1) {
      const meta = readMeta(file);
      if (typeof meta === 'string') return meta;
      if (isSound(file, meta)) return undefined;
      const later = readMeta(file);
      const isWritten = typeof later !== 'string' && later.transaction !== meta.transaction;
      if (!isWritten) return 'is damaged or truncated';
      if (attempt === ATTEMPTS) return undefined;
    }
  } finally {
    closeSync(file);
  }
}

/** The later of the two meta pages, or the damage. */
function readMeta(file: number): Meta | string {
  const first = Buffer.alloc(PAGE_HEADER_BYTES + 136);
  const isWhole = readSync(file, first, 0, first.length, 0) === first.length;
  if (!isWhole || first.readUInt32LE(PAGE_HEADER_BYTES) !== MAGIC) return 'is not a store of an emulator';
  const version = first.readUInt32LE(PAGE_HEADER_BYTES + 4);
  if (version !== VERSION) return `has format version ${version}, but version ${VERSION} is needed`;
  const pageSize = first.readUInt32LE(PAGE_HEADER_BYTES + 24);
  if (pageSize < 256 || pageSize > 65_536 || (pageSize & (pageSize - 1)) !== 0) return 'is damaged or truncated';
  const second = Buffer.alloc(first.length);
  const hasBoth = readSync(file, second, 0, second.length, pageSize) === second.length;
  if (!hasBoth || second.readUInt32LE(PAGE_HEADER_BYTES) !== MAGIC) return 'is damaged or truncated';
  const [one, other] = [toMeta(first, pageSize), toMeta(second, pageSize)];
  return other.transaction > one.transaction ? other : one;
}

function toMeta(bytes: Buffer, pageSize: number): Meta {
  const TREES = [48, 96];
  const trees = TREES.map((at) => ({ depth: bytes.readUInt16LE(at + 6), root: bytes.readBigUInt64LE(at + 40) }));
  return { pageSize, transaction: bytes.readBigUInt64LE(152), trees };
}

/** Whether each reachable page exists, has the expected kind, and is reached once. */
function isSound(file: number, { pageSize, trees }: Meta): boolean {
  const pageCount = Math.floor(fstatSync(file).size / pageSize);
  const seen = new Uint8Array(pageCount);
  const page = Buffer.alloc(pageSize);
  const pending = trees.flatMap(({ depth, root }) => (root === NONE ? [] : [{ number: root, depth }]));
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { number, depth } = next;
    if (number < 2n || number >= pageCount || depth < 1 || seen[Number(number)]) return false;
    seen[Number(number)] = 1;
    readSync(file, page, 0, pageSize, Number(number) * pageSize);
    const nodes = readNodes(page, number, depth > 1 ? BRANCH : LEAF);
    if (!nodes) return false;
    for (const node of nodes) {
      if (depth > 1) pending.push({ number: childOf(page, node), depth: depth - 1 });
      else if (!isLeafNodeSound(file, page, node, pageCount)) return false;
    }
  }
  return true;
}

/** The offsets of a page's nodes; `undefined` when the page is not of the expected kind. */
function readNodes(page: Buffer, number: bigint, kind: number): number[] | undefined {
  const [flags, lower, upper] = [page.readUInt16LE(18), page.readUInt16LE(20), page.readUInt16LE(22)];
  const space = page.length - PAGE_HEADER_BYTES;
  if (page.readBigUInt64LE(0) !== number || (flags & 0xf) !== kind || lower > upper || upper > space) return undefined;
  const nodes = Array.from({ length: lower >> 1 }, (_, index) => page.readUInt16LE(PAGE_HEADER_BYTES + index * 2));
  const isInside = (node: number) => node >= upper && node + NODE_HEADER_BYTES <= space;
  return nodes.every(isInside) ? nodes.map((node) => PAGE_HEADER_BYTES + node) : undefined;
}

/** Branch nodes store the page number in the bits that leaves use for the data size and the flags. */
function childOf(page: Buffer, node: number): bigint {
  return BigInt(page.readUInt32LE(node)) + (BigInt(page.readUInt16LE(node + 4)) << 32n);
}

/** Whether key and data lie within the page, or the data in overflow pages that exist. */
function isLeafNodeSound(file: number, page: Buffer, node: number, pageCount: number): boolean {
  const [size, flags] = [page.readUInt32LE(node), page.readUInt16LE(node + 4)];
  const data = node + NODE_HEADER_BYTES + page.readUInt16LE(node + 6);
  if ((flags & BIG_NODE) === 0) return data + size <= page.length;
  if (data + 8 > page.length) return false;
  const number = page.readBigUInt64LE(data);
  if (number < 2n || number >= pageCount) return false;
  const header = Buffer.alloc(PAGE_HEADER_BYTES);
  readSync(file, header, 0, header.length, Number(number) * page.length);
  const count = header.readUInt32LE(20);
  const isThere = header.readBigUInt64LE(0) === number && (header.readUInt16LE(18) & 0xf) === OVERFLOW;
  return isThere && Number(number) + count <= pageCount && size + PAGE_HEADER_BYTES <= count * page.length;
}
