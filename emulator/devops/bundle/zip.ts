/** Writes a zip archive of a few small files, in the form that every reader accepts (APPNOTE.TXT, without extensions). */
import { crc32, deflateRawSync } from 'node:zlib';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
/** 2.0, with directories and deflation. */
const VERSION = 20;
const UTF8_NAMES = 1 << 11;
const DEFLATED = 8;

/** @param files - content by file name, in the order of the archive */
export function zip(files: Readonly<Record<string, string>>, modifiedMs: number): Buffer<ArrayBuffer> {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path);
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const common = commonFields(content, packed.length, name.length, modifiedMs);
    const local = Buffer.concat([uint32(LOCAL_HEADER), common, name, packed]);
    const location = [uint16(0, 0, 0), uint32(0), uint32(offset)];
    centrals.push(Buffer.concat([uint32(CENTRAL_HEADER), uint16(VERSION), common, ...location, name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const counts = uint16(0, 0, centrals.length, centrals.length);
  const end = Buffer.concat([uint32(END), counts, uint32(directory.length), uint32(offset), uint16(0)]);
  return Buffer.concat([...locals, directory, end]);
}

/** The fields that a file header and its directory entry share. */
function commonFields(content: Buffer, packedLength: number, nameLength: number, modifiedMs: number): Buffer {
  return Buffer.concat([
    uint16(VERSION, UTF8_NAMES, DEFLATED, ...dosTime(modifiedMs)),
    uint32(crc32(content)),
    uint32(packedLength),
    uint32(content.length),
    uint16(nameLength, 0),
  ]);
}

/** MS-DOS time and date: a resolution of two seconds, from 1980 on. */
function dosTime(atMs: number): [time: number, date: number] {
  const at = new Date(atMs);
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return [time, date];
}

function uint16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
