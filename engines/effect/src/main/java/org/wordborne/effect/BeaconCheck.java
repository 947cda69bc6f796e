package org.wordborne.effect;

import java.nio.ByteBuffer;
import supranational.blst.BLST_ERROR;
import supranational.blst.P1_Affine;
import supranational.blst.P2_Affine;

/// Whether a beacon's signature is that of its round, by the chain's key: BLS on BLS12-381.
///
/// The message is SHA-256 of the round as eight bytes, big endian. The library behind it is blst;
/// its first use loads native code, about 100 ms; a check takes about 3 ms.
public final class BeaconCheck {
  private static final String DOMAIN = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
  private static final int SIGNATURE_BYTES = 48;

  private BeaconCheck() {}

  /// Whether `signature` is the chain's for `round`. Anything that is no signature at all is not.
  public static boolean holds(BeaconChain chain, long round, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES || !chain.scheme().equals(BeaconChain.SCHEME)) {
      return false;
    }
    try {
      var made = new P1_Affine(signature);
      var key = new P2_Affine(Bits.unhex(chain.publicKey()));
      return isPoint(made, key)
          && made.core_verify(key, true, message(round), DOMAIN, new byte[0])
              == BLST_ERROR.BLST_SUCCESS;
    } catch (RuntimeException noPoint) { // how the library says that bytes are no point
      return false;
    }
  }

  /* A point outside the group, or the point at infinity, would let a forged pair hold. */
  private static boolean isPoint(P1_Affine signature, P2_Affine key) {
    return signature.in_group() && !signature.is_inf() && key.in_group() && !key.is_inf();
  }

  static byte[] message(long round) {
    return Bits.sha256(ByteBuffer.allocate(Long.BYTES).putLong(round).array());
  }
}
