import { join } from 'node:path';
import type { HttpCacheUse } from '../probe.ts';

/** A path below which there can be no folder. */
const nowhere = '/dev/null/cache';

/**
 * Returns the environment that a MiniBrowser runs in on an X server: nothing of the user's, all that it writes below
 * `folder`. Without a folder for its HTTP cache it has none.
 */
export function miniBrowserEnvironment(
  display: string,
  folder: string,
  httpCache: HttpCacheUse,
): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'] ?? '',
    LANG: 'C.UTF-8',
    DISPLAY: display,
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CACHE_HOME: httpCache === 'used' ? join(folder, 'cache') : nowhere,
    XDG_RUNTIME_DIR: folder,
    GDK_BACKEND: 'x11',
    GIO_USE_VFS: 'local',
    GSETTINGS_BACKEND: 'memory',
    NO_AT_BRIDGE: '1',
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    LIBGL_ALWAYS_SOFTWARE: '1',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  };
}
