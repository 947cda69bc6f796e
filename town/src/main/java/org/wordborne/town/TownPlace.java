package org.wordborne.town;

/// One institution of the town, and how an outsider listens to it.
///
/// @param name its name, also the `source` of its lines in the history
/// @param kind the kind of source that fits: `webhook`, `wordpress` or `feed`
/// @param url its front page, where people read it: `http://127.0.0.1:PORT/`
/// @param feedUrl its feed (RSS, Atom or JSON Feed), empty where it has none
/// @param answerUrl where a `webhook` place takes signed answers, else empty
/// @param username who may comment by the REST API of a `wordpress` place, else empty
/// @param password that account's application password, else empty
/// @param port its loopback port
/// @param listed whether the town's own guide lists it: nobody configures one that it does not
public record TownPlace(
    String name,
    String kind,
    String url,
    String feedUrl,
    String answerUrl,
    String username,
    String password,
    int port,
    boolean listed) {}
