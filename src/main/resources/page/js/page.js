import { calmButton, themeButton } from './comfort.js';

/* The pages that only have to be read: what a reader may choose about their looks. */
document.getElementById('comfort')?.append(calmButton(), themeButton());
