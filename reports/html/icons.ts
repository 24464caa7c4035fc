import type { Standing } from '../read/reading.ts';
import { html, nothing, type Html } from './markup.ts';

/** A shape for each standing, so that colour is never the only sign. */
const shapes = {
  reads: html`<path d="M3 8.6 6.4 12 13 4.6" />`,
  refused: html`<circle cx="8" cy="8" r="5.6" /><path d="M5.4 8h5.2" />`,
  'too open': html`<rect x="3" y="7.4" width="10" height="6.4" rx="1.2" /><path
      d="M5.4 7.2V5a2.6 2.6 0 0 1 5-1"
    />`,
  'too closed': html`<path d="m4 4 8 8M12 4l-8 8" />`,
  'header hidden': html`<path d="M2.4 8S4.6 4.4 8 4.4 13.6 8 13.6 8 11.4 11.6 8 11.6 2.4 8 2.4 8Z" />
    <path d="m3.4 13 9.2-10" />`,
  'not reached': html`<circle cx="8" cy="8" r="5.6" /><path d="m4.2 11.8 7.6-7.6" />`,
  hazard: html`<path d="M8 2.4 14.2 13.4H1.8Z" /><path d="M8 6.4v3.2M8 11.4v.2" />`,
  inconclusive: html`<path d="M5.4 6a2.6 2.6 0 1 1 3.8 2.4c-.8.4-1.2.8-1.2 1.8M8 12.8v.2" />`,
  inapplicable: html`<path d="M4 8h1M7.5 8h1M11 8h1" />`,
} as const satisfies Record<Standing, Html>;

/** Returns the shapes once, hidden, for `icon` to refer to. */
export function iconSheet(): Html {
  const symbols = Object.entries(shapes).map(
    ([name, shape]) => html`<symbol id="${iconId(name)}" viewBox="0 0 16 16">${shape}</symbol>`,
  );
  return html`<svg class="icon-sheet" width="0" height="0" aria-hidden="true">${symbols}</svg>`;
}

export function icon(standing: Standing | null): Html {
  if (standing === null) return nothing;
  return html`<svg class="icon" aria-hidden="true" focusable="false">
    <use href="#${iconId(standing)}" />
  </svg>`;
}

function iconId(standing: string): string {
  return `icon-${standing.replaceAll(' ', '-')}`;
}
