/** Reads a zip archive by its directory, and checks what the directory says against what is there. */
import { crc32, inflateRawSync } from 'node:zlib';

const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;

/** @returns the text of each file by its name */
export function unzip(archive: Buffer): Record<string, string> {
  const end = archive.subarray(-END_BYTES);
  if (end.readUInt32LE(0) !== 0x06054b50) throw new Error('The archive has no end record');
  const files: Record<string, string> = {};
  let at = end.readUInt32LE(16);
  for (let count = end.readUInt16LE(10); count > 0; count -= 1) {
    const entry = archive.subarray(at);
    if (entry.readUInt32LE(0) !== 0x02014b50) throw new Error('The directory is broken');
    const nameLength = entry.readUInt16LE(28);
    const name = entry.subarray(CENTRAL_BYTES, CENTRAL_BYTES + nameLength);
    files[name.toString()] = fileAt(archive.subarray(entry.readUInt32LE(42)), entry, name);
    at += CENTRAL_BYTES + nameLength;
  }
  if (at !== archive.length - END_BYTES) throw new Error('The directory has another length than it says');
  return files;
}

function fileAt(local: Buffer, entry: Buffer, name: Buffer): string {
  if (local.readUInt32LE(0) !== 0x04034b50) throw new Error(`There is no file ${name} where it should be`);
  if (!local.subarray(4, LOCAL_BYTES).equals(entry.subarray(6, 6 + LOCAL_BYTES - 4))) {
    throw new Error(`The headers of ${name} differ`);
  }
  const start = LOCAL_BYTES + name.length;
  if (!local.subarray(LOCAL_BYTES, start).equals(name)) throw new Error(`${name} has two names`);
  const content = inflateRawSync(local.subarray(start, start + entry.readUInt32LE(20)));
  if (content.length !== entry.readUInt32LE(24) || crc32(content) !== entry.readUInt32LE(16)) {
    throw new Error(`${name} is not what the directory says`);
  }
  return content.toString();
}
