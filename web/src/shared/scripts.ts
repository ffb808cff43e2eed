// SPDX-License-Identifier: MIT
/**
 * Data files as `<script>` elements: `fetch`, modules and ordinary workers fail under `file://`. Every data file calls
 * the global function `praxisDaten(name, content)`; names are unique over the whole site (`suche/kern`).
 */

declare global {
  // eslint-disable-next-line no-var
  var praxisDaten: ((name: string, content: unknown) => void) | undefined;
}

const waiting = new Map<string, (content: unknown) => void>();

/** Address of a file of the site (`daten/x.js`), as seen from this page. */
export function address(path: string): string {
  return (document.documentElement.dataset.root ?? "./") + path;
}

/** Load one data file; rejects with `Error` if it is missing or does not register itself under `name`. */
export function loadScript(name: string, source: string): Promise<unknown> {
  globalThis.praxisDaten ??= (key, content) => {
    waiting.get(key)?.(content);
    waiting.delete(key);
  };
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const failed = (): void => {
      waiting.delete(name);
      reject(new Error(`data file ${name} cannot be read`));
    };
    waiting.set(name, resolve);
    script.src = source;
    script.async = true;
    script.onerror = failed;
    script.onload = () => {
      script.remove();
      if (waiting.has(name)) failed();
    };
    document.head.append(script);
  });
}

const loading = new Map<string, Promise<unknown>>();

/** Load a data file once for this page; after a failure a later call tries again. */
export function loadOnce(name: string, source: string): Promise<unknown> {
  let promise = loading.get(name);
  if (!promise) {
    promise = loadScript(name, source);
    promise.catch(() => loading.delete(name));
    loading.set(name, promise);
  }
  return promise;
}
