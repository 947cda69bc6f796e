package org.wordborne.cli;

import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
final class ProgramVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String built = ProgramVersion.class.getPackage().getImplementationVersion();
    return new String[] {"wordborne " + (built == null ? "0.1.0" : built)};
  }
}
