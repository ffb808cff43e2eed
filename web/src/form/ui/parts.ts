// SPDX-License-Identifier: MIT
/** The text below the fields: one large field for each part, with its heading as label. */

import { element } from "../../shared/dom";
import type { Part } from "../sections";
import type { Field, Section } from "../spec";
import { type Ctx, single } from "./frame";

/** Fields for all parts; a blank part before the first heading is not shown where parts have headings. */
export function partFields(parts: readonly Part[], sections: readonly Section[], ctx: Ctx): HTMLElement[] {
  return parts.flatMap((part, number) => {
    const usual = sections.find(({ title }) => title === part.title);
    if (!usual && part.title === "" && !part.text) return [];
    const isFirst = usual !== undefined && sections[0] === usual;
    const field: Field = {
      key: String(number),
      label: usual?.label ?? (part.title || "Text vor der ersten Überschrift"),
      help: "",
      hint: usual?.help ?? "",
      required: isFirst && ctx.spec.kinds[ctx.kind].needsBody,
      type: { t: "text", max: 20_000 },
    };
    const control = element("textarea", { rows: isFirst ? 7 : 4 });
    control.value = part.text;
    control.addEventListener("input", () => {
      part.text = control.value;
      ctx.sheet.changed();
    });
    return [single(field, ["#", number], ctx, control)];
  });
}
