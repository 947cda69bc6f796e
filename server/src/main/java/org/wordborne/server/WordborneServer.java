package org.wordborne.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/// The Spring application: everything below this package. [ServerProcess] starts it.
@Modulithic(systemName = "Wordborne")
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class WordborneServer {}
