import { defineSigns } from '../sign.ts';

/** Pages that a tunnel, or a guard against robots, answers in place of the API. */
export default defineSigns({
  kind: 'tunnel',
  signs: [
    {
      name: "ngrok's warning page",
      shows: 'made',
      lines: [{ header: 'ngrok-error-code', startsWith: 'ERR_NGROK_6024' }],
      owner: 'front end',
      cure: 'Have the page send the request header ngrok-skip-browser-warning, with any value, and have the API allow that name in Access-Control-Allow-Headers; or give the tunnel a plan without the warning.',
      source: 'https://ngrok.com/docs/errors/err_ngrok_6024',
    },
    {
      name: 'ngrok',
      shows: 'made',
      lines: [{ header: 'ngrok-error-code' }],
      cure: 'Look the code up, and correct the tunnel or what it leads to: the request did not get an answer of the API.',
      source: 'https://ngrok.com/docs/errors',
    },
    {
      name: "localtunnel's reminder page",
      shows: 'made',
      lines: [{ header: 'x-localtunnel-status' }],
      owner: 'front end',
      cure: 'Have the page send the request header bypass-tunnel-reminder, with any value, and have the API allow that name in Access-Control-Allow-Headers.',
      source: 'https://github.com/localtunnel/localtunnel',
    },
    {
      name: "Cloudflare's challenge page",
      shows: 'made',
      lines: [{ header: 'cf-mitigated', startsWith: 'challenge' }],
      cure: 'Leave the paths of the API out of the challenge, by a rule of the firewall: no script can solve it.',
      source:
        'https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/',
    },
    {
      name: "Vercel's firewall",
      shows: 'made',
      lines: [{ header: 'x-vercel-mitigated' }],
      cure: 'Leave the paths of the API out of the rule of the firewall: no script can solve a challenge.',
      source: 'https://vercel.com/docs/vercel-firewall/firewall-concepts',
    },
    {
      name: 'AWS WAF',
      shows: 'made',
      lines: [{ header: 'x-amzn-waf-action' }],
      cure: 'Leave the paths of the API out of the rule of AWS WAF: no script of another origin can solve a challenge.',
      source: 'https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html',
    },
    {
      name: 'DataDome',
      shows: 'made',
      lines: [{ header: 'x-dd-b' }],
      cure: 'Leave the paths of the API out of the protection, or allow the pages there: no script can solve a challenge.',
      source: 'https://docs.datadome.co/docs/blocked-page',
    },
  ],
  pages: [],
});
