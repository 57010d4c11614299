/** Goes straight to what was chosen by its name; any other text is searched for in the matrix. */
function goToName(form: HTMLFormElement, input: HTMLInputElement): void {
  const wanted = input.value.trim().toLowerCase();
  const options = [...(input.list?.options ?? [])];
  const hit =
    options.find(({ value }) => value.toLowerCase() === wanted) ??
    single(options.filter(({ value }) => wanted !== '' && value.toLowerCase().startsWith(wanted)));
  if (hit?.dataset['href'] === undefined) form.submit();
  else location.assign(hit.dataset['href']);
}

function single<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}

const form = document.querySelector<HTMLFormElement>('form.find');
const input = form?.querySelector('input');
if (form && input) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    goToName(form, input);
  });
}
