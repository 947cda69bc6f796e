package org.wordborne.benchmarks;

import java.util.List;

/// One measurement beside a peer, in the same run of the same program.
public interface Benchmark {
  /// The word by which `wordborne bench` knows it.
  String name();

  /// What is measured, in one sentence.
  String about();

  /// Runs it.
  ///
  /// @param arguments what stood behind the name, for sizes and folders
  /// @return one comparison for each size or peer
  /// @throws Exception if it could not be measured
  List<Comparison> run(List<String> arguments) throws Exception;
}
