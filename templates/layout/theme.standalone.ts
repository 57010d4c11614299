/**
 * The choice of light or dark. It runs as soon as it is there, out of the browser's cache before the first paint; a page never
 * waits for it. The switch itself is made here, since without script it could do nothing.
 */
const key = 'theme';
const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

const text: Readonly<Record<Theme, string>> = { auto: 'Auto', light: 'Light', dark: 'Dark' };

let theme = readTheme();
apply();
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', addSwitch);
else addSwitch();
addEventListener('storage', (event) => {
  if (event.key !== key) return;
  theme = readTheme();
  apply();
});

function readTheme(): Theme {
  try {
    return themes.find((one) => one === localStorage.getItem(key)) ?? 'auto';
  } catch {
    return 'auto';
  }
}

function keepTheme(): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // A reader who allows no storage still gets the choice for this page.
  }
}

function apply(): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  const shown = document.querySelector('.theme-switch span');
  if (shown !== null) shown.textContent = text[theme];
}

function addSwitch(): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button theme-switch';
  button.title = 'Colors: system, light or dark';
  const label = document.createElement('span');
  label.textContent = text[theme];
  const hidden = document.createElement('span');
  hidden.className = 'hidden';
  hidden.textContent = ' colors, change';
  button.append(label, hidden);
  button.addEventListener('click', () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
    keepTheme();
    apply();
  });
  document.querySelector('.site-head')?.append(button);
}
