/** A text of a form as it was sent; '' when there is none or when a file stands in its place. */
export function formText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
