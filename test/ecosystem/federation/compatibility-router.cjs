/** Runs before each file of the suite, which would look for its router at a fixed port. */
require('@apollo/federation-subgraph-compatibility-tests/dist/utils/client').ROUTER_URL = process.env.ROUTER_URL;
