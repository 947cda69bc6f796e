package org.wordborne.wire;

/* One answer before redirects are looked at. */
record RawAnswer(int status, HttpHeaders headers, byte[] body) {}
