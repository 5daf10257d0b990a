import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";

import { roving } from "./toolbar";

afterEach(() => document.body.replaceChildren());

test("a row of tools is one stop for Tab, and the arrow keys go around in it", async () => {
  document.body.innerHTML = "<button>före</button><div><button>ett</button><button>två</button><button>tre</button></div><button>efter</button>";
  const end = roving(document.querySelector("div")!);
  const user = userEvent.setup();
  const press = async (keys: string) => {
    await user.keyboard(keys);
    return document.activeElement?.textContent;
  };
  await user.tab();
  expect(await press("{Tab}")).toBe("ett");
  expect(await press("{ArrowLeft}")).toBe("tre");
  expect(await press("{ArrowRight}{ArrowRight}")).toBe("två");
  expect(await press("{Tab}")).toBe("efter");
  expect(await press("{Shift>}{Tab}{/Shift}")).toBe("två");
  expect(await press("{End}")).toBe("tre");
  expect(await press("{Home}")).toBe("ett");
  if (end) end();
});
