package lastwords.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The change, and nothing else, turns one text into the other. */
final class JsonChangeTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'a':1,'b':[1,2]}       | {'a':1,'b':[1,2]}         | {}
          {'a':1,'b':2}           | {'a':1,'b':3}             | {'b':3}
          {'a':1}                 | {'a':1,'c':{'d':1}}       | {'c':{'d':1}}
          {'a':{'x':1,'y':2}}     | {'a':{'x':1,'y':3}}       | {'a':{'y':3}}
          {'a':1,'b':2}           | {'a':1}                   | {'b':null}
          {'a':[1,2,3]}           | {'a':[1,2,3,4]}           | {'a':{'length':4,'3':4}}
          {'a':[1,2,3]}           | {'a':[1,3]}               | {'a':{'length':2,'1':3}}
          {'a':[]}                | {'a':[{'b':1}]}           | {'a':{'length':1,'0':{'b':1}}}
          {'a':[{'b':1,'c':'d'}]} | {'a':[{'b':2,'c':'d'}]}   | {'a':{'length':1,'0':{'b':2}}}
          {'a':{'length':1}}      | {'a':{'length':2}}        | {'a':{'length':2}}
          """)
  void aChangeMakesTheOneTheOther(String before, String after, String change) throws Exception {
    assertThat(tree(Json.change(quoted(before), quoted(after)))).isEqualTo(tree(quoted(change)));
    assertThat(tree(Json.changed(quoted(before), quoted(change)))).isEqualTo(tree(quoted(after)));
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  private static JsonNode tree(String json) throws Exception {
    return MAPPER.readTree(json);
  }

  /** As records with empty members write it: null is like absence. */
  @Test
  void aMemberThatBecomesNullIsRemoved() throws Exception {
    String change = Json.change("{\"a\":1}", "{\"a\":null}");
    assertThat(tree(Json.changed("{\"a\":1,\"b\":2}", change))).isEqualTo(tree("{\"b\":2}"));
  }
}
