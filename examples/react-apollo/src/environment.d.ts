/** What `vite` puts into the page. */
interface ImportMetaEnv {
  readonly VITE_GATEWAY_URL?: string;
}
