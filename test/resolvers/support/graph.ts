/** A gateway and its emulator, asked for one mutation at a time. */
import type { LoggedRequest } from '../../../emulator/server/request-log.ts';
import { type GatewayTestOptions, type RunningGateway, startGateway } from '../../support/gateway.ts';

export interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
  /** Those of the errors. */
  readonly codes: readonly unknown[];
  /** What upstream received for it. */
  readonly calls: readonly LoggedRequest[];
}

export interface Graph {
  readonly gateway: RunningGateway;
  run(document: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** The data of what must not fail. */
  data(document: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer['data']>;
  close(): Promise<void>;
}

export async function openGraph(options: GatewayTestOptions = {}): Promise<Graph> {
  const gateway = await startGateway(options);
  async function run(document: string, variables = {}): Promise<Answer> {
    gateway.clearUpstreamRequests();
    const { data, errors = [] } = await gateway.query(document, variables);
    return { data: data ?? {}, errors, codes: errors.map(codeOf), calls: gateway.upstreamRequests() };
  }
  return {
    gateway,
    run,
    async data(document, variables) {
      const { data, errors } = await run(document, variables);
      if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join(' '));
      return data;
    },
    close: gateway.close,
  };
}

const codeOf = ({ extensions }: Answer['errors'][number]) => extensions.code;
