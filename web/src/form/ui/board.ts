// SPDX-License-Identifier: MIT
/** Which finding is told at which field: the closest one that is shown, once the reader has been there. */

import type { Finding } from "../check";
import type { Path } from "../data";

export interface View {
  readonly path: Path;
  /** What the field is called, for the summary. */
  readonly name: string;
  readonly element: HTMLElement;
  /** The control that gets the focus; found when needed, since lists draw themselves anew. */
  target(): HTMLElement;
  show(findings: readonly Finding[]): void;
}

export interface Placed {
  readonly finding: Finding;
  readonly view: View | undefined;
}

/** Findings that need no second look at the field: they hold while somebody is still typing. */
const AT_ONCE = new Set(["text-zu-lang"]);

export class Board {
  readonly #views = new Map<string, View>();
  readonly #visited = new Set<string>();
  /** After the first attempt to finish, everything is told everywhere. */
  attempted = false;
  onVisit: () => void = () => undefined;

  /** Take a field in; a later one of the same path takes its place. */
  add(view: View): void {
    const key = JSON.stringify(view.path);
    this.#views.set(key, view);
    view.element.addEventListener("focusout", (event) => {
      if (event.relatedTarget instanceof Node && view.element.contains(event.relatedTarget)) return;
      if (this.#visited.has(key)) return;
      this.#visited.add(key);
      this.onVisit();
    });
  }

  /** Forget the fields below a path: its list is drawn anew. */
  clear(path: Path): void {
    for (const [key, view] of this.#views) {
      if (view.path.length > path.length && path.every((part, at) => part === view.path[at])) {
        this.#views.delete(key);
        this.#visited.delete(key);
      }
    }
  }

  /** Show findings (with paths of the form) at their fields; returns where each belongs. */
  place(findings: readonly Finding[]): Placed[] {
    const placed = findings.map((finding) => ({ finding, view: this.#closest(finding.path) }));
    for (const view of this.#views.values()) {
      const isOpen = this.attempted || this.#visited.has(JSON.stringify(view.path));
      view.show(placed.filter((each) => each.view === view && (isOpen || AT_ONCE.has(each.finding.rule))).map((each) => each.finding));
    }
    return placed;
  }

  #closest(path: Path): View | undefined {
    for (let length = path.length; length > 0; length -= 1) {
      const view = this.#views.get(JSON.stringify(path.slice(0, length)));
      if (view?.element.isConnected) return view;
    }
    return undefined;
  }
}
