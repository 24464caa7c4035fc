import type { PageApi } from '../../model.ts';
import type { InPageApi, PageOutcome } from './page-request.ts';

/** Uses nothing but its request: it runs inside the page. */
const link: InPageApi = ({ api, url, mode, credentials }, loaded) =>
  new Promise((resolve) => {
    const element = document.createElement('link');
    element.rel = api;
    if (api === 'preload') element.as = 'fetch';
    if (mode === 'cors') element.crossOrigin = credentials === 'include' ? 'use-credentials' : 'anonymous';
    element.onload = () => resolve(loaded());
    element.onerror = () => resolve({ kind: 'network-error', message: 'link error event' });
    element.href = url;
    document.head.append(element);
  });

/** How each API makes a request, but for `fetch` and `XMLHttpRequest`, which `runInPage` makes itself. */
export const inPageApis: Readonly<Record<Exclude<PageApi, 'fetch' | 'XMLHttpRequest'>, InPageApi>> = {
  image: ({ url, mode, credentials }, loaded) =>
    new Promise((resolve) => {
      const image = new Image();
      if (mode === 'cors') image.crossOrigin = credentials === 'include' ? 'use-credentials' : 'anonymous';
      image.onload = () => resolve(loaded());
      image.onerror = () => resolve({ kind: 'network-error', message: 'image error event' });
      image.src = url;
    }),

  canvas: ({ url, mode, credentials }, loaded) =>
    new Promise((resolve) => {
      const image = new Image();
      if (mode === 'cors') image.crossOrigin = credentials === 'include' ? 'use-credentials' : 'anonymous';
      image.onerror = () => resolve({ kind: 'network-error', message: 'image error event' });
      image.onload = () => {
        const context = document.createElement('canvas').getContext('2d');
        let bodyError: string | null = null;
        try {
          context?.drawImage(image, 0, 0);
          context?.getImageData(0, 0, 1, 1);
        } catch (error) {
          bodyError = String(error);
        }
        resolve(loaded(bodyError));
      };
      image.src = url;
    }),

  script: ({ url, mode, credentials }, loaded) =>
    new Promise((resolve) => {
      const script = document.createElement('script');
      if (mode === 'cors') script.crossOrigin = credentials === 'include' ? 'use-credentials' : 'anonymous';
      let bodyError: string | null = null;
      // What a script throws is told to the page in full only if the script was fetched with CORS.
      const onError = (event: ErrorEvent): void => {
        bodyError = event.message;
        event.preventDefault();
      };
      addEventListener('error', onError);
      const settle = (outcome: PageOutcome): void => {
        removeEventListener('error', onError);
        resolve(outcome);
      };
      script.onload = () => settle(loaded(bodyError));
      script.onerror = () => settle({ kind: 'network-error', message: 'script error event' });
      script.src = url;
      document.head.append(script);
    }),

  module: ({ url, credentials }, loaded) =>
    new Promise((resolve) => {
      const script = document.createElement('script');
      script.type = 'module';
      script.crossOrigin = credentials === 'include' ? 'use-credentials' : 'anonymous';
      script.onload = () => resolve(loaded());
      script.onerror = () => resolve({ kind: 'network-error', message: 'script error event' });
      script.src = url;
      document.head.append(script);
    }),

  stylesheet: ({ url, mode, credentials }, loaded) =>
    new Promise((resolve) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      if (mode === 'cors') link.crossOrigin = credentials === 'include' ? 'use-credentials' : 'anonymous';
      link.onload = () => {
        let bodyError: string | null = null;
        try {
          void link.sheet?.cssRules.length;
        } catch (error) {
          bodyError = String(error);
        }
        resolve(loaded(bodyError));
      };
      link.onerror = () => resolve({ kind: 'network-error', message: 'link error event' });
      link.href = url;
      document.head.append(link);
    }),

  preload: link,
  modulepreload: link,
  prefetch: link,

  track: ({ url, mode, credentials }, loaded) =>
    new Promise((resolve) => {
      const video = document.createElement('video');
      if (mode === 'cors') video.crossOrigin = credentials === 'include' ? 'use-credentials' : 'anonymous';
      const track = document.createElement('track');
      track.default = true;
      track.onload = () => resolve(loaded());
      track.onerror = () => resolve({ kind: 'network-error', message: 'track error event' });
      track.src = url;
      video.append(track);
      document.documentElement.append(video);
      track.track.mode = 'showing';
    }),

  font: ({ url }, loaded) =>
    new FontFace('CorsConformance', `url("${url}")`).load().then(
      () => loaded(),
      (error: unknown): PageOutcome => ({ kind: 'network-error', message: String(error) }),
    ),

  video: ({ url, mode, credentials }, loaded) =>
    new Promise((resolve) => {
      const video = document.createElement('video');
      if (mode === 'cors') video.crossOrigin = credentials === 'include' ? 'use-credentials' : 'anonymous';
      video.onloadedmetadata = () => resolve(loaded());
      video.onerror = () => resolve({ kind: 'network-error', message: 'video error event' });
      video.preload = 'metadata';
      video.src = url;
    }),

  EventSource: ({ url, credentials, reconnects }, loaded) =>
    new Promise((resolve) => {
      const source = new EventSource(url, { withCredentials: credentials === 'include' });
      let timer: ReturnType<typeof setTimeout> | undefined;
      let state: 'asked' | 'open' | 'ended' = 'asked';
      const settle = (outcome: PageOutcome): void => {
        clearTimeout(timer);
        source.close();
        resolve(outcome);
      };
      // What is said of a stream here, `src/judge/reconnection.ts` reads.
      const settleIn = (ms: number, said: string): void => {
        clearTimeout(timer);
        timer = setTimeout(() => settle(loaded(said, 200)), ms);
      };
      source.onopen = () => {
        if (reconnects !== true || state === 'ended') return settle(loaded(null, 200));
        state = 'open';
        settleIn(1_000, 'the stream went on');
      };
      source.onerror = () => {
        if (state === 'open' && source.readyState === EventSource.CONNECTING) {
          state = 'ended';
          // Longer than any browser waits where no `retry` says how long: Firefox waits 5 s.
          settleIn(6_000, 'nothing was asked again');
          return;
        }
        const when = state === 'asked' ? '' : ' after the stream had been open';
        settle({ kind: 'network-error', message: `EventSource error event${when}` });
      };
    }),

  // The script never learns what becomes of a beacon: it only learns whether it was queued.
  sendBeacon: ({ url, headers, body }, loaded) => {
    const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'text/plain';
    const queued = navigator.sendBeacon(url, new Blob([body ?? ''], { type }));
    return Promise.resolve(
      queued ? loaded() : { kind: 'network-error', message: 'sendBeacon returned false' },
    );
  },

  worker: (request) =>
    new Promise((resolve) => {
      const code = `onmessage = async ({ data: { url, init } }) => {
        try {
          const { status, type, url: finalUrl, redirected, headers } = await fetch(url, init);
          postMessage({ kind: 'response', status, type, url: finalUrl, redirected, headers: [...headers], bodyError: null });
        } catch (error) {
          postMessage({ kind: 'network-error', message: String(error) });
        }
      }`;
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      worker.onmessage = ({ data }: MessageEvent<PageOutcome>) => {
        worker.terminate();
        resolve(data);
      };
      worker.onerror = ({ message }) => resolve({ kind: 'network-error', message });
      const { url, method, headers, body, credentials, mode, redirect } = request;
      worker.postMessage({ url, init: { method, headers, body, credentials, mode, redirect } });
    }),

  // A server that looks at Origin after the handshake closes the socket at once. Whatever it sends before, the page has read.
  WebSocket: ({ url, headers }, loaded) =>
    new Promise((resolve) => {
      const [protocols] = headers.flatMap(([name, value]) =>
        name.toLowerCase() === 'sec-websocket-protocol' ? [value.split(', ')] : [],
      );
      let socket: WebSocket;
      try {
        socket = new WebSocket(url.replace(/^http/, 'ws'), protocols ?? []);
      } catch (error) {
        resolve({ kind: 'network-error', message: String(error) });
        return;
      }
      let isOpen = false;
      const settle = (bodyError: string | null): void => {
        resolve(loaded(bodyError, 101));
        socket.close();
      };
      socket.onopen = () => {
        isOpen = true;
        // One that the server closes is no longer open before it is closed: the code comes with the end of the connection.
        // A page that has to wait for the processor hears of that between two looks, and not before a single one.
        let looks = 5;
        const look = (): void => {
          if (socket.readyState !== WebSocket.OPEN) return;
          looks -= 1;
          if (looks === 0) settle(null);
          else setTimeout(look, 50);
        };
        setTimeout(look, 50);
      };
      socket.onmessage = () => settle(null);
      socket.onclose = ({ code }) =>
        isOpen
          ? settle(`WebSocket closed ${code}`)
          : resolve({ kind: 'network-error', message: `WebSocket closed ${code}` });
    }),

  tab: ({ url }, loaded) =>
    new Promise((resolve) => {
      const onMessage = ({ source }: MessageEvent): void => {
        if (source !== tab) return;
        removeEventListener('message', onMessage);
        tab?.close();
        resolve(loaded());
      };
      addEventListener('message', onMessage);
      const tab = window.open(url);
    }),

  iframe: ({ url }, loaded) =>
    new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.onload = () => {
        let bodyError: string | null = null;
        try {
          if (frame.contentDocument === null) void frame.contentWindow?.document;
        } catch (error) {
          bodyError = String(error);
        }
        frame.remove();
        resolve(loaded(bodyError));
      };
      frame.src = url;
      document.documentElement.append(frame);
    }),
};
