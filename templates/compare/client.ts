/** Comparisons with script: two to six frameworks picked in a form, and any of them set side by side. */
import { showChosen } from './client/chosen.ts';
import { followPicks } from './client/picks.ts';

const form = document.querySelector<HTMLFormElement>('form.pick-form');
if (form !== null) followPicks(form);

const place = document.querySelector<HTMLElement>('#chosen');
if (place !== null) void showChosen(place);
