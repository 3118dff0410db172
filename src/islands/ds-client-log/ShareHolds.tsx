/** What a link and a text for a ticket hold, said before they are copied. */
export const ShareHolds = ({ isExcerpt }: { readonly isExcerpt: boolean }) => (
  <p class="log-place">
    “Copy link with my settings” holds how the log is read and shown, and typed numbers.{' '}
    {isExcerpt
      ? 'Here it holds these lines too.'
      : 'It never holds the log: who opens it loads their own.'}{' '}
    A ticket’s text has Set A for a name and our words for a message, unless you tick the box.
  </p>
);
