/** Systems that people ask for and for which no fix is printed, because none ran. */
export const notRun = [
  { name: 'ASP.NET Core', why: 'Its runtime comes from no package registry that the tests install from.' },
  { name: 'Traefik', why: 'Debian has no package of it.' },
  {
    name: 'Laravel',
    why: 'Only plain PHP ran; Laravel answers CORS by a middleware of its own, set up in config/cors.php.',
  },
] as const satisfies readonly { readonly name: string; readonly why: string }[];
