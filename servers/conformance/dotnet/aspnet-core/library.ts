import { defineLibrary } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'aspnet-core',
  name: 'ASP.NET Core, UseCors',
  language: 'C#',
  install: {
    from: 'nowhere',
    reason: 'Its runtime comes from no package registry that the runs install from.',
  },
  start: ['none'],
  intents: [],
  source: 'learn.microsoft.com, CORS in ASP.NET Core',
  guesses: {},
});
