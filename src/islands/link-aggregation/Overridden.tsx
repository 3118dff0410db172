/** The assumptions that the reader replaced, so that no figure is taken for one made as usual. */
export function Overridden({ of }: { readonly of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <p class="lag-overridden">
      <strong>Changed by you:</strong> {`${of.join('; ')}.`}
    </p>
  );
}
