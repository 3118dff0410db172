/** What a link and a text for a ticket hold, said before they are copied. */
export const ShareHolds = ({ isExcerpt }: { readonly isExcerpt: boolean }) => (
  <p class="log-place">
    “Copy link with my settings” holds how the log is read and shown, and numbers you typed.{' '}
    {isExcerpt
      ? 'Here it holds these lines as well, because they came with a link.'
      : 'It never holds the log: who opens it loads their own.'}{' '}
    In the text for a ticket, names are Set A, Set B and messages stand in our catalogue’s words,
    unless you tick the box.
  </p>
);
