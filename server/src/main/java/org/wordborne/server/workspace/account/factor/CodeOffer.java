package org.wordborne.server.workspace.account.factor;

/// What a device needs to make codes; shown until the first code confirmed it.
///
/// @param secret for typing
/// @param address for the device, as the drawing says it
/// @param drawing the address as a code for cameras, an SVG
public record CodeOffer(String secret, String address, String drawing) {
  @Override
  public String toString() {
    return "offer of codes";
  }
}
