import { when } from "../../parts/time.ts";
import { t } from "../../texts/index.ts";
import type { WishView } from "./records.ts";

/** Who was invited and who committed when; amounts only once bidding is over. */
export function CallPart({ wish }: { wish: WishView }) {
  const call = wish.call;
  return (
    <div className="call">
      <p className="small">
        <b>{t("wishes.sellers", { n: wish.sellers.length })}</b> {wish.sellers.map((one) => `${one.seller} ${one.name}`).join(", ")}
      </p>
      {!call && <p className="small q">{t("wishes.notOpen")}</p>}
      {call && (
        <>
          <p className="small">
            {call.state === "open" || call.state === "over" ? t("wishes.ends", { at: when(call.endsAt) }) : call.winner ? t("wishes.lowest", { seller: call.winner, price: call.price ?? "" }) : t("wishes.noBid")}{" "}
            {call.state === "closed" && t("wishes.buyerDecides")}
            {call.state === "settled" && t(call.taken ? "wishes.taken" : "wishes.notTaken")}
          </p>
          {call.bids.length > 0 && (
            <div className="fly-scroll">
              <table className="bids">
                <thead>
                  <tr>
                    <th scope="col">{t("wishes.colSeller")}</th>
                    <th scope="col">{t("wishes.colAt")}</th>
                    <th scope="col">{t("wishes.colAmount")}</th>
                    <th scope="col">{t("wishes.colCommitment")}</th>
                  </tr>
                </thead>
                <tbody>
                  {call.bids.map((bid) => (
                    <tr key={`${bid.seller}${bid.at}`}>
                      <td>{bid.seller}</td>
                      <td>{when(bid.at)}</td>
                      <td>{bid.deed === "withdrawn" ? t("wishes.withdrawn") : (bid.amount ?? (call.state === "open" || call.state === "over" ? t("wishes.sealed") : t("wishes.replaced")))}</td>
                      <td className="hash">{bid.commitment.slice(0, 16)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          <p className="tiny qq">{t("wishes.verify")}</p>
        </>
      )}
    </div>
  );
}
