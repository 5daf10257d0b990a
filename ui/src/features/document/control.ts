// What every control of a field is given.
import type { FieldValue, FieldView, FormView } from "../../api";

export interface ControlProps<T extends FieldValue["type"]> {
  id: string;
  field: FieldView;
  value: Extract<FieldValue, { type: T }>;
  /** Goes up when the value must be shown though the focus is in the control. */
  turn: number;
  invalid: boolean;
  disabled: boolean;
  form: FormView;
  onchange: (value: FieldValue) => void;
  onleave: () => void;
}

/** What a control says of itself to assistive technology. */
export const described = (id: string, invalid: boolean) =>
  ({ "aria-labelledby": `${id}-l`, "aria-describedby": `${id}-s ${id}-e`, "aria-invalid": invalid || undefined }) as const;
