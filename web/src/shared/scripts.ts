// SPDX-License-Identifier: MIT
/**
 * Data files as `<script>` elements: `fetch`, modules and ordinary workers fail under `file://`. Every data file calls
 * the global function `praxisDaten(name, content)`; names are unique over the whole site (`suche/kern`).
 */

type Waiting = Map<string, (content: unknown) => void>;

/** The global function that data files call; all scripts of a page share one list of who waits for what. */
interface Registry {
  (name: string, content: unknown): void;
  readonly waiting: Waiting;
}

declare global {
  // eslint-disable-next-line no-var
  var praxisDaten: Registry | undefined;
}

function waitingForData(): Waiting {
  if (!globalThis.praxisDaten) {
    const waiting: Waiting = new Map();
    const register = (name: string, content: unknown): void => {
      waiting.get(name)?.(content);
      waiting.delete(name);
    };
    globalThis.praxisDaten = Object.assign(register, { waiting });
  }
  return globalThis.praxisDaten.waiting;
}

/** Address of a file of the site (`daten/x.js`), as seen from this page. */
export function address(path: string): string {
  return (document.documentElement.dataset.root ?? "./") + path;
}

/**
 * A whole address for others to use (`https://…/praxis/x.html`). A page opened from disk gives the one that its site has
 * on the web, since a path of this device leads nobody else anywhere.
 */
export function publicAddress(path: string): string {
  const canonical = document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href;
  return new URL(path, location.protocol === "file:" && canonical ? canonical : location.href).href;
}

/** Load one data file; rejects with `Error` if it is missing or does not register itself under `name`. */
export function loadScript(name: string, source: string): Promise<unknown> {
  const waiting = waitingForData();
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const failed = (): void => {
      waiting.delete(name);
      reject(new Error(`data file ${name} cannot be read`));
    };
    const before = waiting.get(name);
    waiting.set(name, (content) => {
      before?.(content);
      resolve(content);
    });
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
