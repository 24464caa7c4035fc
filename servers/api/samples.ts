/** The smallest files that a browser accepts for what they are, in Base64. */
export const samples = {
  /** A GIF of one transparent pixel. */
  image: 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
  font: '',
} as const;
