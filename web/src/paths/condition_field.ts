// SPDX-License-Identifier: MIT
/** A field for one's own value of a condition: a list to choose from, or boxes where several values are possible. */

import type { Condition } from "../relations/model";
import { element } from "../shared/dom";

export interface ConditionField {
  readonly condition: Condition;
  /** Prefix of ids: the same condition may stand on a page twice. */
  readonly prefix: string;
  readonly values: readonly string[];
  /** What is already known without the reader's own value, in words. */
  readonly known?: string | undefined;
  readonly onChange: (values: readonly string[]) => void;
}

/** The field; no value chosen means: not known. */
export function conditionField(field: ConditionField): HTMLElement {
  return field.condition.type === "mehrfach" ? boxes(field) : choice(field);
}

function choice({ condition, prefix, values, known, onChange }: ConditionField): HTMLElement {
  const id = `${prefix}-${condition.id}`;
  const select = element("select", { id, "aria-describedby": `${id}-frage` });
  select.append(element("option", { value: "" }, known ? `wie bekannt: ${known}` : "nicht bekannt"));
  for (const [value, label] of condition.options) {
    select.append(element("option", { value, selected: values.includes(value) }, condition.isLimit ? `höchstens ${label}` : label));
  }
  select.addEventListener("change", () => onChange(select.value ? [select.value] : []));
  return element("div", { class: "field" }, element("label", { for: id }, condition.title), question(condition, id), select);
}

function boxes({ condition, prefix, values, known, onChange }: ConditionField): HTMLElement {
  const id = `${prefix}-${condition.id}`;
  const chosen = new Set(values);
  const lines = Array.from(condition.options, ([value, label]) => {
    const box = element("input", { type: "checkbox", id: `${id}-${value}`, checked: chosen.has(value) });
    box.addEventListener("change", () => {
      if (box.checked) chosen.add(value);
      else chosen.delete(value);
      onChange([...condition.options.keys()].filter((each) => chosen.has(each)));
    });
    return element("div", { class: "field__box" }, box, element("label", { for: `${id}-${value}` }, label));
  });
  const hint = known ? element("span", { class: "field__hint" }, `Bekannt: ${known}`) : null;
  return element("fieldset", { class: "field" }, element("legend", {}, condition.title), question(condition, id), hint, lines);
}

function question(condition: Condition, id: string): HTMLElement {
  return element("span", { class: "field__hint", id: `${id}-frage` }, condition.question);
}
