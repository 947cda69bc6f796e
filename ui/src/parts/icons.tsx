import type { ReactNode } from "react";

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="ic" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      {children}
    </svg>
  );
}

export const FindIcon = () => <Icon><circle cx="7" cy="7" r="4.5" /><path d="m10.5 10.5 3.5 3.5" /></Icon>;
export const AnswerIcon = () => <Icon><path d="M6.5 4 3 7.5 6.5 11M3 7.5h6.5c2 0 3.5 1.4 3.5 3.5v1" /></Icon>;
export const WarnIcon = () => <Icon><path d="M8 2.2 14.4 13.4H1.6Z" /><path d="M8 6.4v3.2m0 1.9v.1" /></Icon>;
export const ClockIcon = () => <Icon><circle cx="8" cy="8" r="6" /><path d="M8 4.5V8l2.5 1.5" /></Icon>;
export const TickIcon = () => <Icon><path d="m3 8.5 3.2 3.2L13 4.8" /></Icon>;
export const CloseIcon = () => <Icon><path d="m4 4 8 8M12 4l-8 8" /></Icon>;
export const MenuIcon = () => <Icon><path d="M2 4.5h12M2 8h12M2 11.5h12" /></Icon>;
export const BackIcon = () => <Icon><path d="M10 3 5 8l5 5" /></Icon>;
export const OnIcon = () => <Icon><path d="m6 3 5 5-5 5" /></Icon>;
export const NoteIcon = () => <Icon><path d="M3 3h10v7.5L10.500 13H3Z" /><path d="M5.500 6h5m-5 2.500h3" /></Icon>;

export function PulseIcon() {
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true">
      <path d="M1 7h2.4l1.4-3.6 2.6 7.2L9.2 7H13" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}

export function Mark() {
  return (
    <svg viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="5" cy="6" r="3.6" fill="currentColor" />
      <path d="M8.6 6c0 4-1.6 6.6-5 8.2" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
      <path d="M11.4 6.6c0 4.2-1 6.9-3.2 9.2M15 6.6c0 4.4-.7 7-2.2 9.6" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" opacity=".62" />
    </svg>
  );
}
