package org.wordborne.channels.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wordborne.channels.Batch;
import org.wordborne.channels.Channel;
import org.wordborne.channels.ChannelContext;
import org.wordborne.channels.ChannelEvent;
import org.wordborne.channels.ChannelProfile;
import org.wordborne.channels.ChannelProfile.Need;
import org.wordborne.channels.ChannelProfile.Policy;
import org.wordborne.channels.Outcome;
import org.wordborne.channels.Publication;
import org.wordborne.channels.Reply;
import org.wordborne.channels.SourceSettings;
import org.wordborne.wire.HttpAnswer;
import org.wordborne.wire.HttpAsk;
import org.wordborne.wire.HttpFault;
import org.wordborne.wire.Secret;
import org.wordborne.wire.StandardWebhooks;
import org.wordborne.wire.WebAddress;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Hears what any program pushes to us, and pushes answers back, signed both ways after the
/// Standard Webhooks scheme.
///
/// In: one post of the import format, a list of them, or
/// `{"type":"post.created|post.updated|post.deleted","timestamp":…,"data":{…}}` whose data may be
/// a list; of a deleted post only `id` is needed. Call [#receive] with the raw bytes.
///
/// Out: a POST of `{"type":"reply.created",…}`, or of `post.created` for a post of our own, to the
/// source's `answerUrl`; a GET of it with `?key=` tells whether either arrived.
///
/// Settings: value `answerUrl`; secrets `secret` and, while it is rotated, `previousSecret`.
public final class WebhookChannel implements Channel {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxStringLength(1_000_000)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .build();

  private static final int LONGEST_ID = 255;

  private static final String NO_ANSWER =
      "The receiver did not say whether it has the answer: it sent no JSON object.";

  /// What a delivery turned out to be.
  ///
  /// @param status the HTTP status to answer with: 200, 401 or 422
  /// @param id the delivery's id, by which repeats are known; "" if it is not valid
  /// @param why what is wrong, in plain words; "" if nothing is
  /// @param events what happened, in order
  /// @param rejects posts of it that could not be read, and why
  public record Delivery(
      int status, String id, String why, List<ChannelEvent> events, List<String> rejects) {
    /// Copies the lists.
    public Delivery {
      events = List.copyOf(events);
      rejects = List.copyOf(rejects);
    }

    static Delivery refused(int status, String why) {
      return new Delivery(status, "", why, List.of(), List.of());
    }
  }

  @Override
  public String kind() {
    return "webhook";
  }

  @Override
  public ChannelProfile profile() {
    return new ChannelProfile(
        "Webhook",
        "Every post that your own program pushes to us: from a forum, a shop, an app.",
        "What the program does not push. What it pushed while we were down it must push again.",
        List.of(
            new Need(
                "answerUrl",
                "Address to push answers to",
                false,
                false,
                "https://forum.example/hooks/answers")),
        true,
        0,
        "",
        new Policy(
            "What your program pushes may be kept.",
            "Posts are linked to the address they came with.",
            "An answer is pushed to the address above; your program shows it.",
            "A push of post.deleted deletes the post here."),
        "Free.",
        "No limit of its own.");
  }

  /// Nothing is fetched: posts come by [#receive].
  @Override
  public Batch listen(SourceSettings settings, String cursor, ChannelContext context) {
    return new Batch(List.of(), cursor, false, null, List.of());
  }

  /// Judges a delivery by its raw bytes, and reads it only if it is signed and in time.
  ///
  /// @param headers as received; names compare without case
  public Delivery receive(
      SourceSettings settings, Map<String, String> headers, byte[] body, Instant now) {
    List<Secret> secrets = List.of(settings.secret("secret"), settings.secret("previousSecret"));
    var verdict = StandardWebhooks.verify(secrets, headers, body, now);
    if (!verdict.valid()) {
      return Delivery.refused(401, verdict.why());
    }
    if (verdict.id().length() > LONGEST_ID) {
      String why = "'webhook-id' must be at most " + LONGEST_ID + " characters, was ";
      return Delivery.refused(422, why + verdict.id().length());
    }
    try {
      return read(verdict.id(), JSON.readTree(body));
    } catch (JacksonException broken) {
      var at = broken.getLocation();
      String where = at == null ? "" : " (line " + at.getLineNr() + ")";
      return Delivery.refused(422, "the body is no JSON" + where);
    }
  }

  private static Delivery read(String id, JsonNode root) {
    boolean wrapped = root.isObject() && root.has("type") && root.has("data");
    String type = wrapped ? PostJson.string(root, "type") : "post.created";
    if (!List.of("post.created", "post.updated", "post.deleted").contains(type)) {
      String why = "'type' must be post.created, post.updated or post.deleted, was '";
      return Delivery.refused(422, why + type + "'");
    }
    JsonNode data = wrapped ? root.path("data") : root;
    var events = new ArrayList<ChannelEvent>();
    var rejects = new ArrayList<String>();
    int number = 0;
    for (JsonNode one : data.isArray() ? data : List.of(data)) {
      number++;
      String problem = type.equals("post.deleted") ? idProblem(one) : PostJson.problem(one);
      if (!problem.isEmpty()) {
        rejects.add("post " + number + ": " + problem);
      } else if (type.equals("post.deleted")) {
        events.add(new ChannelEvent.Deleted(PostJson.string(one, "id")));
      } else {
        events.add(new ChannelEvent.Spoken(PostJson.read(one)));
      }
    }
    boolean nothing = events.isEmpty() && !rejects.isEmpty();
    return new Delivery(
        nothing ? 422 : 200, id, nothing ? rejects.getFirst() : "", events, rejects);
  }

  private static String idProblem(JsonNode node) {
    return PostJson.string(node, "id").isEmpty() ? "'id' must be there" : "";
  }

  @Override
  public Outcome reply(SourceSettings settings, Reply reply, ChannelContext context) {
    return push(settings, reply.key(), body(reply, context.now()), context);
  }

  @Override
  public Outcome lookUp(SourceSettings settings, Reply reply, ChannelContext context) {
    return asked(settings, reply.key(), context);
  }

  @Override
  public boolean publishes() {
    return true;
  }

  @Override
  public Outcome publish(SourceSettings settings, Publication post, ChannelContext context) {
    return push(settings, post.key(), body(post, context.now()), context);
  }

  @Override
  public Outcome lookUpPublication(
      SourceSettings settings, Publication post, ChannelContext context) {
    return asked(settings, post.key(), context);
  }

  private static Outcome push(
      SourceSettings settings, String key, String json, ChannelContext context) {
    String to = settings.value("answerUrl");
    if (to.isEmpty()) {
      return new Outcome.Refused("This source has no address to push answers to.");
    }
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    HttpAsk ask = HttpAsk.postJson(to, json);
    try {
      HttpAnswer answer = context.http().send(signed(ask, settings, key, context, body));
      return outcome(answer, key);
    } catch (HttpFault fault) {
      String why = String.valueOf(fault.getMessage());
      return fault.mayHaveArrived()
          ? new Outcome.Unknown(why)
          : new Outcome.Refused(why + " Nothing was sent.");
    } catch (IllegalArgumentException secret) {
      return new Outcome.Refused("This source has no secret to sign with. Nothing was sent.");
    }
  }

  private static Outcome outcome(HttpAnswer answer, String key) {
    if (answer.isGood()) {
      return sent(answer, key);
    }
    String status = "The receiver answered with status " + answer.status() + ".";
    return answer.status() >= 500 || answer.status() == 408 || answer.status() == 409
        ? new Outcome.Unknown(status)
        : new Outcome.Refused(status);
  }

  private static Outcome sent(HttpAnswer answer, String key) {
    try {
      JsonNode node = JSON.readTree(answer.body());
      String id = PostJson.string(node, "id");
      return new Outcome.Sent(id.isEmpty() ? key : id, PostJson.string(node, "url"));
    } catch (JacksonException noJson) {
      return new Outcome.Sent(key, "");
    }
  }

  private static Outcome asked(SourceSettings settings, String key, ChannelContext context) {
    WebAddress to = WebAddress.parse(settings.value("answerUrl"));
    if (to == null) {
      return new Outcome.Refused("This source has no address to push answers to.");
    }
    String named = java.net.URLEncoder.encode(key, StandardCharsets.UTF_8);
    String url = to.withoutFragment() + (to.query().isEmpty() ? "?" : "&") + "key=" + named;
    try {
      byte[] none = new byte[0];
      HttpAsk ask = signed(HttpAsk.get(url), settings, key, context, none);
      HttpAnswer answer = context.http().send(ask);
      if (answer.isGood()) {
        return isObject(answer) ? sent(answer, key) : new Outcome.Unknown(NO_ANSWER);
      }
      return answer.status() == 404
          ? new Outcome.Refused("The receiver does not know the answer: it did not arrive.")
          : new Outcome.Unknown("The receiver answered with status " + answer.status() + ".");
    } catch (HttpFault fault) {
      return new Outcome.Unknown(String.valueOf(fault.getMessage()));
    } catch (IllegalArgumentException secret) {
      return new Outcome.Unknown("This source has no secret to sign with.");
    }
  }

  /* A program that does not know the question shows its usual page: that proves nothing. */
  private static boolean isObject(HttpAnswer answer) {
    try {
      return JSON.readTree(answer.body()).isObject();
    } catch (JacksonException noJson) {
      return false;
    }
  }

  private static HttpAsk signed(
      HttpAsk ask, SourceSettings settings, String id, ChannelContext context, byte[] body) {
    HttpAsk made = ask;
    for (var header :
        StandardWebhooks.sign(settings.secret("secret"), id, context.now(), body).entrySet()) {
      made = made.withHeader(header.getKey(), header.getValue());
    }
    return made;
  }

  private static String body(Reply reply, Instant now) {
    ObjectNode root = JSON.createObjectNode();
    root.put("type", "reply.created");
    root.put("timestamp", now.toString());
    ObjectNode data = root.putObject("data");
    data.put("id", reply.key());
    data.put("inReplyTo", reply.inReplyTo());
    data.put("threadRoot", reply.threadRoot());
    data.put("text", reply.text());
    data.putObject("author").put("name", reply.as());
    return root.toString();
  }

  private static String body(Publication post, Instant now) {
    ObjectNode root = JSON.createObjectNode();
    root.put("type", "post.created");
    root.put("timestamp", now.toString());
    ObjectNode data = root.putObject("data");
    data.put("id", post.key());
    data.put("title", post.title());
    data.put("text", post.text());
    data.putObject("author").put("name", post.as());
    return root.toString();
  }
}
