/** Leads to a field. One that is folded away could not take the focus: it is unfolded first. */
export function focusOn(id: string): void {
  const field = document.getElementById(id);
  field?.closest('details.fold')?.setAttribute('open', '');
  field?.focus();
}
