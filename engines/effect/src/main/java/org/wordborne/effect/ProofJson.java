package org.wordborne.effect;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/* Writes a proof. By hand, because its keys stand in one order for ever. */
final class ProofJson {
  private final StringBuilder out = new StringBuilder("{");

  private ProofJson() {}

  static String write(Proof proof) {
    var json = new ProofJson();
    json.key("format").text(Proof.FORMAT);
    json.key("commitment").text(proof.commitment());
    json.key("commitmentHash").text(proof.commitmentHash());
    json.key("chain").raw(chain(proof.chain()));
    json.key("round").raw(Long.toString(proof.round()));
    json.key("signature").text(proof.signature());
    json.key("secret").text(proof.secret());
    json.key("seed").text(proof.drawn().seed());
    json.key("order").raw(list(proof.drawn().order(), String::valueOf));
    json.key("winners").raw(list(proof.drawn().winners(), ProofJson::place));
    json.key("alternates").raw(list(proof.drawn().alternates(), ProofJson::place));
    json.key("refusedAfter").raw(Integer.toString(proof.refusedAfter()));
    var lines = proof.list();
    if (lines == null) {
      json.key("listFile").text(proof.listFile());
      json.key("listSha256").text(proof.listSha256());
    } else {
      json.key("list").raw(list(lines, ProofJson::quoted));
    }
    return json.out.append("\n}\n").toString();
  }

  private static String chain(BeaconChain chain) {
    return "{\"name\":%s,\"hash\":%s,\"publicKey\":%s,\"genesis\":%d,\"period\":%d,\"scheme\":%s}"
        .formatted(
            quoted(chain.name()),
            quoted(chain.hash()),
            quoted(chain.publicKey()),
            chain.genesis(),
            chain.period(),
            quoted(chain.scheme()));
  }

  private static String place(Place place) {
    var where = "\"number\":" + place.number() + ",\"code\":" + quoted(place.code()) + "}";
    return (place.prize().isEmpty() ? "{" : "{\"prize\":" + quoted(place.prize()) + ",") + where;
  }

  private static <T> String list(List<T> all, Function<T, String> one) {
    return all.stream().map(one).collect(Collectors.joining(",", "[", "]"));
  }

  private ProofJson key(String name) {
    out.append(out.length() == 1 ? "\n" : ",\n").append(quoted(name)).append(':');
    return this;
  }

  private void text(String value) {
    out.append(quoted(value));
  }

  private void raw(String value) {
    out.append(value);
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ') {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
