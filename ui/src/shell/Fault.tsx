import { Component, type ReactNode } from "react";
import { t } from "../texts/index.ts";
import { Notice } from "../parts/states.tsx";

interface FaultProps {
  /** Where one is: going elsewhere tries anew. */
  at: string;
  children: ReactNode;
}

/** A page that breaks takes neither the frame nor the other pages with it. */
export class Fault extends Component<FaultProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override componentDidUpdate(before: FaultProps) {
    if (this.state.error && before.at !== this.props.at) this.setState({ error: null });
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return (
      <div className="pad">
        <Notice fault>
          <b>{t("shell.page_broke", { what: this.state.error.message })}</b> {t("shell.page_broke_safe")}{" "}
          <button type="button" className="link" onClick={() => window.location.reload()}>
            {t("shell.reload")}
          </button>
        </Notice>
      </div>
    );
  }
}
