import { useRef, useState, type ReactNode, type TouchEvent } from "react";
import { t } from "../../texts/index.ts";

const FAR_ENOUGH = 76;

interface SwipeProps {
  as: "li";
  children: ReactNode;
  onLeft: () => void;
  onRight: () => void;
}

/** On a touch screen: left is later, right is done. Both also stand as buttons in the opened conversation. */
export function Swipe({ as: Row, children, onLeft, onRight }: SwipeProps) {
  const from = useRef<{ x: number; y: number } | null>(null);
  const [by, setBy] = useState(0);
  const start = ({ touches }: TouchEvent) => {
    const touch = touches[0];
    from.current = touch ? { x: touch.clientX, y: touch.clientY } : null;
  };
  const move = ({ touches }: TouchEvent) => {
    const touch = touches[0];
    if (!touch || !from.current) return;
    const x = touch.clientX - from.current.x;
    const y = touch.clientY - from.current.y;
    // A finger that goes down the page scrolls it.
    if (by === 0 && Math.abs(y) > Math.abs(x)) from.current = null;
    else if (Math.abs(x) > 8) setBy(Math.max(-140, Math.min(140, x)));
  };
  const end = () => {
    if (by <= -FAR_ENOUGH) onLeft();
    if (by >= FAR_ENOUGH) onRight();
    from.current = null;
    setBy(0);
  };
  return (
    <Row className="swipe-row" onTouchStart={start} onTouchMove={move} onTouchEnd={end} onTouchCancel={() => setBy(0)}>
      {by !== 0 && (
        <span className={by < 0 ? "swipe left" : "swipe right"} aria-hidden="true">
          {t(by < 0 ? "conversations.swipe_later" : "conversations.swipe_done")}
        </span>
      )}
      <div className="swiped" style={by ? { transform: `translateX(${by}px)` } : undefined}>
        {children}
      </div>
    </Row>
  );
}
