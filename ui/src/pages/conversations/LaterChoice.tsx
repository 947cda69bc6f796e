import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Kbd } from "../../parts/Kbd.tsx";
import { t, type TextKey } from "../../texts/index.ts";

function atHour(days: number, hour: number): Date {
  const at = new Date();
  at.setDate(at.getDate() + days);
  at.setHours(hour, 0, 0, 0);
  return at;
}

/** When a conversation that was put off comes back. */
export const later = {
  hour: () => new Date(Date.now() + 3_600_000),
  evening: () => atHour(0, 18),
  tomorrow: () => atHour(1, 9),
  monday: () => atHour(((8 - new Date().getDay()) % 7) || 7, 9),
};

type Name = keyof typeof later;

interface LaterChoiceProps {
  open: boolean;
  onOpen: (open: boolean) => void;
  onLater: (until: Date) => void;
}

export function LaterChoice({ open, onOpen, onLater }: LaterChoiceProps) {
  const names = (Object.keys(later) as Name[]).filter((name) => later[name]().getTime() > Date.now() + 600_000);
  return (
    <MenuTrigger isOpen={open} onOpenChange={onOpen}>
      <Button className="btn s">
        {t("conversations.later_deed")} <Kbd>z</Kbd>
      </Button>
      <Popover className="pop menu" placement="bottom end">
        <Menu aria-label={t("conversations.later_until")} onAction={(name) => onLater(later[name as Name]())}>
          {names.map((name) => (
            <MenuItem key={name} id={name}>
              {t(`conversations.${name}` as TextKey)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
