package org.wordborne.effect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/// The entries of a draw in their one order, and the root that stands for all of them.
///
/// A line is `CODE TAB GROUP TAB WEIGHT TAB STATUS TAB DIGEST`, see [Entry]. The list is its lines
/// sorted by code, each ended by a line feed, so that the same entries give the same bytes
/// whatever order they came in. Entries are numbered from 1.
///
/// Immutable. Cost: about 110 bytes an entry; the root takes 4 SHA-256 blocks an entry.
public final class EntryList {
  private final byte[] bytes;
  private final int[] starts;
  private final int[] groups;
  private final int[] chances;

  private EntryList(byte[] bytes, int[] starts, int[] groups, int[] chances) {
    this.bytes = bytes;
    this.starts = starts;
    this.groups = groups;
    this.chances = chances;
  }

  /// Reads lines without their ends, in any order.
  ///
  /// @throws DrawException naming the first line that is wrong, or two with the same code
  public static EntryList read(Iterable<String> lines) throws DrawException {
    var all = new ByteArrayOutputStream();
    int number = 0;
    for (String line : lines) {
      number++;
      if (line.indexOf('\n') >= 0) {
        throw new DrawException(number, "holds a line feed; a line is one entry");
      }
      all.writeBytes(line.getBytes(StandardCharsets.UTF_8));
      all.write('\n');
    }
    return parse(all.toByteArray());
  }

  /// Takes entries in any order.
  ///
  /// @throws DrawException naming the first that is wrong by its place
  public static EntryList of(List<Entry> entries) throws DrawException {
    return read(entries.stream().map(Entry::line).toList());
  }

  /// Reads a whole file of lines, in any order; the last line may lack its end.
  ///
  /// @throws DrawException naming the first line that is wrong, or two with the same code
  public static EntryList parse(byte[] file) throws DrawException {
    byte[] bytes = ended(file);
    int count = 0;
    for (byte b : bytes) {
      count += b == '\n' ? 1 : 0;
    }
    if (count == 0) {
      throw new DrawException("holds no entry; a draw needs at least one");
    }
    return new EntryListReader(bytes, count).read(EntryList::new);
  }

  private static byte[] ended(byte[] file) {
    if (file.length == 0 || file[file.length - 1] == '\n') {
      return file.clone();
    }
    byte[] ended = Arrays.copyOf(file, file.length + 1);
    ended[file.length] = '\n';
    return ended;
  }

  /// How many entries there are, those included that may not win.
  public int size() {
    return groups.length;
  }

  /// How many entries may win.
  public int drawable() {
    return (int) Arrays.stream(chances).filter(chance -> chance > 0).count();
  }

  /// The list as a file: what a stranger needs to draw again.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// The lines in their order, without their ends.
  public List<String> lines() {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return line(index + 1);
      }

      @Override
      public int size() {
        return EntryList.this.size();
      }
    };
  }

  /// The line of entry `number`, from 1.
  public String line(int number) {
    int from = starts[number - 1];
    return new String(bytes, from, starts[number] - 1 - from, StandardCharsets.US_ASCII);
  }

  /// The code of entry `number`, from 1.
  public String code(int number) {
    return new String(bytes, starts[number - 1], 10, StandardCharsets.US_ASCII);
  }

  /// The number of the entry with this code, from 1; 0 if there is none.
  public int number(String code) {
    int low = 1;
    int high = size();
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = code(middle).compareTo(code);
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order > 0 ? middle - 1 : high;
    }
    return 0;
  }

  /// The root of the hash tree over the lines (RFC 6962), 32 bytes.
  public byte[] root() {
    var tree = new Merkle();
    return tree.root(i -> tree.leaf(bytes, starts[i], starts[i + 1] - 1), 0, size());
  }

  /// The hashes that lead from entry `number` (from 1) to the root, nearest first.
  public List<byte[]> inclusion(int number) {
    var tree = new Merkle();
    return tree.path(i -> tree.leaf(bytes, starts[i], starts[i + 1] - 1), number - 1, size());
  }

  /// Whether `path` leads from `line`, as entry `number` of `size`, to `root`.
  public static boolean includes(
      byte[] root, String line, int number, int size, List<byte[]> path) {
    if (number < 1 || number > size) {
      return false;
    }
    var tree = new Merkle();
    byte[] text = Bits.utf8(line);
    byte[] leaf = tree.leaf(text, 0, text.length);
    return Arrays.equals(root, tree.rootFrom(leaf, number - 1, size, path));
  }

  /// Group of entry `index`, from 0.
  int group(int index) {
    return groups[index];
  }

  /// Weight of entry `index`, from 0; 0 if it may not win.
  int chance(int index) {
    return chances[index];
  }
}
