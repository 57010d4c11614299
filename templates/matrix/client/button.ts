/** A button that says `text`. */
export function makeButton(text: string, className = 'button'): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.textContent = text;
  return button;
}
