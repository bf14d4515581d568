package lastwords.web.page;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import lastwords.web.page.PageServer.Question;

/** The pages of a server, each in its own folder. */
@FunctionalInterface
public interface PageSource {
  /**
   * The page of a folder.
   *
   * @param folder without slashes at its ends: {@code run/logbuf-scenario-2}; empty for the first
   *     page
   * @return empty if there is none
   * @throws IllegalArgumentException if it cannot be shown, with a message for the user
   */
  Optional<Content> page(String folder) throws IOException;

  /** A source of one page. */
  static PageSource of(Content page) {
    return folder -> folder.isEmpty() ? Optional.of(page) : Optional.empty();
  }

  /**
   * A page.
   *
   * @param questions its queries, by name: {@code path.json}
   */
  record Content(String html, Map<String, Question> questions) {
    public Content {
      questions = Map.copyOf(questions);
    }
  }
}
