/** Creates X.509 certificates (RFC 5280): an authority, and one certificate that it signs. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import {
  der,
  derBitString,
  derBoolean,
  derExplicit,
  derInteger,
  derObjectId,
  derOctetString,
  derSequence,
  derSet,
  derTime,
  derUtf8String,
} from './der.ts';

/** All in PEM. */
export interface Certificates {
  readonly authority: string;
  readonly certificate: string;
  /** The private key of the certificate. The key of the authority is discarded. */
  readonly key: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const VALID_DAYS = 365;
const SERIAL_BYTES = 16;
const KEY_IDENTIFIER_BYTES = 20;
const ECDSA_WITH_SHA256 = derSequence(derObjectId('1.2.840.10045.4.3.2'));
const COMMON_NAME = derObjectId('2.5.4.3');
const SUBJECT_KEY = derObjectId('2.5.29.14');
const AUTHORITY_KEY = derObjectId('2.5.29.35');
const CONSTRAINTS = derObjectId('2.5.29.19');
const NO_AUTHORITY = derSequence(CONSTRAINTS, derBoolean(true), derOctetString(derSequence()));
const SIGNS_CERTIFICATES = derBitString(Buffer.from([0b0000_0100]), 2);
const AUTHORITY_EXTENSIONS = [
  derSequence(CONSTRAINTS, derBoolean(true), derOctetString(derSequence(derBoolean(true)))),
  derSequence(derObjectId('2.5.29.15'), derBoolean(true), derOctetString(SIGNS_CERTIFICATES)),
];

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

interface Request {
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly issuer: string;
  readonly issuerKeys: KeyPair;
  readonly nowMs: number;
}

/** @param name - the subject; the certificates are valid for a year, from the day before `nowMs` */
export function makeCertificates(name: string, nowMs: number): Certificates {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = `Development emulator for ${name}`;
  const common = { issuer, issuerKeys: authority, nowMs };
  return {
    authority: toCertificate({ ...common, subject: issuer, publicKey: authority.publicKey }),
    certificate: toCertificate({ ...common, subject: name, publicKey: own.publicKey }),
    key: own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function toCertificate({ subject, publicKey, issuer, issuerKeys, nowMs }: Request): string {
  const content = derSequence(
    derExplicit(0, derInteger(Buffer.from([2]))),
    derInteger(serialNumber()),
    ECDSA_WITH_SHA256,
    toName(issuer),
    derSequence(derTime(nowMs - DAY_MS), derTime(nowMs + VALID_DAYS * DAY_MS)),
    toName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    derExplicit(3, toExtensions(publicKey, issuerKeys.publicKey)),
  );
  const signature = derBitString(sign('sha256', content, issuerKeys.privateKey));
  return toPem(derSequence(content, ECDSA_WITH_SHA256, signature));
}

/** A positive number without a leading zero byte, as DER requires. */
function serialNumber(): Buffer {
  const bytes = randomBytes(SERIAL_BYTES);
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f);
  return bytes;
}

function toName(commonName: string): Buffer {
  return derSequence(derSet(derSequence(COMMON_NAME, derUtf8String(commonName))));
}

/** A key that signs itself belongs to an authority. */
function toExtensions(key: KeyObject, issuerKey: KeyObject): Buffer {
  return derSequence(
    ...(key === issuerKey ? AUTHORITY_EXTENSIONS : [NO_AUTHORITY]),
    derSequence(SUBJECT_KEY, derOctetString(derOctetString(keyIdentifier(key)))),
    derSequence(AUTHORITY_KEY, derOctetString(derSequence(der(0x80, keyIdentifier(issuerKey))))),
  );
}

/** The first method of RFC 7093. */
function keyIdentifier(key: KeyObject): Buffer {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest()
    .subarray(0, KEY_IDENTIFIER_BYTES);
}

function toPem(bytes: Buffer): string {
  const lines = bytes.toString('base64').replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
