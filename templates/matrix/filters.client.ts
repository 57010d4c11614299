import { startFilters } from './filter/panel.ts';

const form = document.querySelector<HTMLFormElement>('form[data-index]');
if (form !== null) startFilters(form);
