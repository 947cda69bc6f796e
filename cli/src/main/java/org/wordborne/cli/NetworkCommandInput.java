package org.wordborne.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.wordborne.network.GraphException;
import org.wordborne.network.PassOn;
import org.wordborne.network.VoiceGraph;

/// Reads what the `network` commands take: graphs, models, people, costs.
final class NetworkCommandInput {
  private NetworkCommandInput() {}

  static VoiceGraph graph(String file, boolean header) throws IOException {
    try (BufferedReader lines = TextCommandLines.open(file);
        Stream<String> each = lines.lines()) {
      return VoiceGraph.read(each::iterator, header);
    } catch (GraphException wrong) {
      throw wrong.line() == 0
          ? new CommandException(file + ": " + wrong.reason())
          : TextCommandLines.wrong(file, wrong.line(), wrong.reason());
    } catch (UncheckedIOException broken) {
      throw new CommandException(file + ": cannot be read: " + broken.getMessage());
    }
  }

  static PassOn model(String word, VoiceGraph graph) {
    PassOn model;
    try {
      model = PassOn.parse(word);
    } catch (IllegalArgumentException wrong) {
      throw new CommandException("--model: " + wrong.getMessage());
    }
    if (model instanceof PassOn.Arcs && !graph.hasChances()) {
      throw new CommandException("--model arcs: the graph carries no chances (a third column)");
    }
    return model;
  }

  /// People as `1,2,3`, or a file with one a line.
  static int[] people(String option, String listOrFile, int below) throws IOException {
    var found = new ArrayList<Integer>();
    if (listOrFile.matches("[0-9]+( *, *[0-9]+)*")) {
      for (String word : listOrFile.split(" *, *")) {
        found.add(person(option, word, below));
      }
    } else {
      for (Row row : rows(listOrFile)) {
        found.add(person(listOrFile + ", line " + row.number(), row.words()[0], below));
      }
    }
    if (found.isEmpty()) {
      throw new CommandException(option + ": names nobody");
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int person(String where, String word, int below) {
    try {
      int person = Integer.parseInt(word);
      if (person >= 0 && person < below) {
        return person;
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of range
    }
    throw new CommandException(
        "%s: people are numbered from 0 to below %d, was '%s'".formatted(where, below, word));
  }

  /// Costs as lines `person cost`; who is not named costs 1.
  static double[] costs(String file, int people) throws IOException {
    var costs = new double[people];
    Arrays.fill(costs, 1);
    for (Row row : rows(file)) {
      if (row.words().length != 2) {
        throw TextCommandLines.wrong(file, row.number(), "must be 'person cost'");
      }
      int person = person(file + ", line " + row.number(), row.words()[0], people);
      costs[person] = cost(file, row.number(), row.words()[1]);
    }
    return costs;
  }

  private static double cost(String file, int number, String word) {
    try {
      double cost = Double.parseDouble(word);
      if (cost >= 0 && cost <= Double.MAX_VALUE) {
        return cost;
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of range
    }
    throw TextCommandLines.wrong(file, number, "the cost must be 0 or more, was '" + word + "'");
  }

  private record Row(int number, String[] words) {}

  private static List<Row> rows(String file) throws IOException {
    var rows = new ArrayList<Row>();
    try (BufferedReader lines = TextCommandLines.open(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String plain = line.strip();
        if (!plain.isEmpty() && plain.charAt(0) != '#') {
          rows.add(new Row(number, plain.split("[\\s,]+")));
        }
      }
    }
    return rows;
  }
}
