import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { t } from "../../texts/index.ts";

/** All that the filters leave, as a file. */
export function Export({ href }: { href: (format: "jsonl" | "csv") => string }) {
  return (
    <MenuTrigger>
      <Button className="link small export">{t("listen.export")}</Button>
      <Popover className="pop menu" placement="bottom end">
        <Menu aria-label={t("listen.export")}>
          <MenuItem href={href("jsonl")} download="mentions.jsonl">
            JSON Lines
          </MenuItem>
          <MenuItem href={href("csv")} download="mentions.csv">
            CSV
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
