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
  /** The tool stands in a frame on another site. */
  readonly isFramed: boolean;
}

/** A link out of the tool; out of a frame it leads to a page of its own and not into the frame. */
export const leads = ({ isFramed }: SiteLinks, href: string) =>
  isFramed ? { href, target: '_blank', rel: 'noopener' } : { href };
