/** Addresses of other pages, under the base that the site is built for. */
export interface SiteLinks {
  /** `/reference/log-columns/` */
  readonly columns: string;
  /** `/reference/messages/` */
  readonly messages: string;
  /** `/tools/ds-client-log/` */
  readonly tool: string;
  /** `/embed/ds-client-log/` */
  readonly embed: string;
}
