/// What is wrong with a server, or would soon be, and what to do. Start at
/// [org.wordborne.server.operate.doctor.Doctor].
@NamedInterface("doctor")
@NullMarked
package org.wordborne.server.operate.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
