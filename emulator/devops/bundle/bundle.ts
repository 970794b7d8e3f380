/** The secure connect bundle for one region of a database: a zip archive with the files that drivers expect. */
import { makeCertificates } from './certificate.ts';
import { zip } from './zip.ts';

export interface BundleDetails {
  readonly databaseId: string;
  readonly databaseName: string;
  readonly region: string;
  readonly cqlPort: number;
  /** `undefined` for a database without keyspaces. */
  readonly keyspace: string | undefined;
  /** Scheme and host as the client knows them. */
  readonly origin: string;
  readonly nowMs: number;
}

const PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

export function makeBundle({ databaseName, nowMs, ...details }: BundleDetails): Buffer<ArrayBuffer> {
  const { authority, certificate, key } = makeCertificates(details.databaseId, nowMs);
  const config = toConfig(details);
  const files = {
    'README.txt': readme(databaseName, details.origin),
    'config.json': `${JSON.stringify(config, null, 2)}\n`,
    cqlshrc: cqlshrc(config.host, config.cql_port),
    'ca.crt': authority,
    cert: certificate,
    key,
  };
  return zip(files, nowMs);
}

function toConfig({ origin, cqlPort, keyspace, region }: Omit<BundleDetails, 'databaseName' | 'nowMs'>) {
  const { hostname, port, protocol } = new URL(origin);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || PORTS[protocol],
    cql_port: cqlPort,
    keyspace,
    localDC: region,
    caCertLocation: './ca.crt',
    certLocation: './cert',
    keyLocation: './key',
  };
}

function cqlshrc(host: string, port: number): string {
  return `[connection]
hostname = ${host}
port = ${port}
ssl = true

[ssl]
validate = true
certfile = ./ca.crt
userkey = ./key
usercert = ./cert
`;
}

function readme(databaseName: string, origin: string): string {
  return `This bundle comes from a development emulator at ${origin}, not from Astra. It belongs to the database
"${databaseName}" there.

The certificates and the key were made by the emulator when the bundle was fetched, and are signed by an authority that
it created only for them. Do not trust them.

The emulator does not speak CQL. A driver can open this bundle and read its files; it cannot connect.
The REST, Document and DevOps APIs answer at ${origin}. There are no key stores for Java and .NET (identity.jks,
trustStore.jks, cert.pfx), which bundles of Astra have.
`;
}
