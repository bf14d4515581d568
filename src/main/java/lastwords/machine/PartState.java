package lastwords.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lastwords.machine.text.Texts;

/**
 * The state of a part in a form that another process can read.
 *
 * @param part its number
 * @param words its slice
 * @param texts definitions of the texts among the words
 * @param lists definitions of the lists among them
 */
public record PartState(
    int part, long[] words, List<Texts.Definition> texts, List<Texts.ListDefinition> lists) {

  /**
   * The state of a part that lives apart.
   *
   * @param lists which of its words are list numbers
   * @param texts of its machine
   */
  static PartState of(int part, long[] slice, int[] lists, Texts texts) {
    List<Texts.ListDefinition> defined = new ArrayList<>();
    for (int word : lists) {
      defined.addAll(texts.listDefinitions((int) slice[word]));
    }
    long[] words = Arrays.copyOf(slice, slice.length + defined.size());
    for (int i = 0; i < defined.size(); i++) {
      words[slice.length + i] = defined.get(i).word();
    }
    return new PartState(part, slice.clone(), texts.definitions(words), List.copyOf(defined));
  }

  /** Defines its texts in another process. */
  void define(Texts known) {
    known.define(texts);
    known.defineLists(lists);
  }
}
