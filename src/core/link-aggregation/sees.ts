/** What a device's keys stand for. */
export type Counted = 'clients' | 'addresses' | 'connections' | 'destinations';

/** What a chooser sees of the flows that cross its hop. */
export type Sees =
  /** The choice needs no key: one link, frames in turn, or one port for each address. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'one-key'; readonly because: OneKeyReason }
  | {
      readonly kind: 'keys';
      readonly count: number;
      readonly of: Counted;
      /** A hash places them; otherwise they are dealt out in turn. */
      readonly byChance: boolean;
    };

/** Why everything on a hop looks the same to the device that chooses. */
export type OneKeyReason =
  | 'behind-router'
  | 'one-address-pair'
  | 'one-mac-pair'
  | 'one-destination'
  | 'one-connection'
  | 'one-client'
  | 'arp-needs-ipv4';
