import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'spring-cors-filter',
  stack: 'spring',
  variant: 'CorsFilter',
  role: 'api',
  systems: ['spring-boot-4'],
  preferred: true,
  printed: 'Cors.java',
  language: 'java',
  install: '',
  backend: 'none',
  start: {
    argv: [
      'sh',
      '-c',
      "javac -d classes -cp '{system}/lib/*' *.java && exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -cp 'classes:.:{system}/lib/*' api.Application",
    ],
    ready: { kind: 'line', startsWith: 'Tomcat started on port ' },
    port: 'own',
  },
  plainOptions: {
    status: 200,
    trustedStatus: 403,
    why: 'Spring answers it with the Allow header of the route; with an Origin, it refuses a method that is not on the list, OPTIONS too.',
  },
  notes: [],
  broken: [
    {
      id: 'methods-forgotten',
      defect: 'A configuration without methods allows GET and HEAD alone.',
      seen: { by: 'browser', scenario: 'PUT with JSON', diagnosis: 'preflight-origin-missing' },
    },
    {
      id: 'security-first',
      defect: 'The filter has no order and so comes last, after the filter that answers 401.',
      seen: {
        by: 'browser',
        scenario: {
          path: '/private',
          method: 'GET',
          headers: [],
          body: null,
          credentialsMode: 'include',
          status: 401,
          readable: [],
        },
        diagnosis: 'origin-missing',
      },
      hint: {
        on: [401, 403, 429],
        isShownByFile: true,
        text: 'A filter that comes before CORS answers 401, 403 or 429 without the headers, as the chain of Spring Security does (its order is -100), and @CrossOrigin and addCorsMappings come after every filter: give CorsFilter the order Ordered.HIGHEST_PRECEDENCE, or the chain http.cors().',
      },
    },
  ],
});
