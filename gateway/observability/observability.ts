/** Observes every GraphQL request: adds its id to the answer, logs it and counts it. */
import type { Plugin } from 'graphql-yoga';
import { type RequestState, requestStateOf, type SurfaceKind } from '../shared/request-state.ts';
import type { Log } from './log.ts';
import type { RequestMeter } from './metrics.ts';

/** Logs and counts requests. */
export interface Observer {
  begin(state: RequestState): void;
  /** @param status - HTTP status of the answer */
  end(state: RequestState, status: number): void;
}

export interface ObserverOptions {
  readonly log: Log;
  readonly meters: readonly RequestMeter[];
  readonly surface: SurfaceKind;
}

export function createObserver({ log, meters, surface }: ObserverOptions): Observer {
  return {
    begin(state) {
      state.surface = surface;
      for (const meter of meters) meter.begin(state);
    },
    end(state, status) {
      log.request(state, status);
      for (const meter of meters) meter.end(state, status);
      for (const call of state.calls) {
        const isOurs = !call.isShared && call.failure !== 'cancel';
        if (isOurs && call.advice) log.upstreamFailure(state.requestId, call);
      }
    },
  };
}

export interface ObservabilityOptions {
  readonly observer: Observer;
  /** Whether a path is the GraphQL endpoint; probes and pages are not counted. */
  readonly isObserved: (pathname: string) => boolean;
}

export function useObservability({ observer, isObserved }: ObservabilityOptions): Plugin {
  return {
    onRequest({ request, url }) {
      const state = requestStateOf(request);
      if (isObserved(url.pathname)) observer.begin(state);
    },
    onResponse({ request, response }) {
      const state = requestStateOf(request);
      response.headers.set('x-request-id', state.requestId);
      // Yoga answers CORS preflights before the hook above, and they are no GraphQL requests.
      if (state.surface) observer.end(state, response.status);
    },
  };
}
