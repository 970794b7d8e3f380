/** A server that someone else closes: it waits for its connections, which clients would keep. */
import type { IncomingMessage, RequestListener } from 'node:http';

/** Answers of a server that no longer listens end their connections. */
export function endConnectionsAtClose(listener: RequestListener): RequestListener {
  return (incoming, outgoing) => {
    const writeHead = outgoing.writeHead as (...words: unknown[]) => typeof outgoing;
    // Node calls it for headers that nobody writes explicitly, too.
    outgoing.writeHead = (...words: unknown[]) => {
      if (isServerClosed(incoming)) outgoing.shouldKeepAlive = false;
      return writeHead.apply(outgoing, words);
    };
    listener(incoming, outgoing);
  };
}

/** HTTP/2 tells its clients by itself. */
function isServerClosed({ httpVersionMajor, socket }: IncomingMessage): boolean {
  const { server } = socket as { readonly server?: { readonly listening?: boolean } };
  return httpVersionMajor === 1 && server?.listening === false;
}
