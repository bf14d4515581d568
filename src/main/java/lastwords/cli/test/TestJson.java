package lastwords.cli.test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.cli.cases.CaseResult;
import lastwords.cli.cases.Claims;
import lastwords.cli.cases.FaultSums;
import lastwords.cli.console.JsonReport;
import lastwords.scenario.expect.Judgement;

/** The results of a test as one JSON object. */
final class TestJson {
  private TestJson() {}

  /**
   * @param cases number of cases to run
   */
  static String of(List<CaseResult> results, int cases) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("cases", cases);
    document.put("complete", results.size() == cases);
    document.put("asExpected", results.stream().filter(CaseResult::ok).count());
    document.put("runs", results.stream().mapToInt(CaseResult::runs).sum());
    document.put("states", results.stream().mapToLong(CaseResult::states).sum());
    document.put("results", results.stream().map(TestJson::result).toList());
    return JsonReport.document("test", document);
  }

  private static Map<String, Object> result(CaseResult result) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("scenario", result.made().scenario());
    object.put("variant", result.made().variant());
    object.put("kernel", result.made().kernel().name());
    object.put("machine", result.made().machine().name());
    object.put("asExpected", result.ok());
    object.put("problems", result.problems());
    if (!result.broken()) {
      result.wrongStates().ifPresent(it -> object.put("wrongStates", it));
      object.put("runs", result.runs());
      object.put("states", result.states());
      object.put("complete", result.complete());
      object.put("claims", claims(result));
      object.put("outcomes", outcomes(result));
      object.put("faults", FaultSums.objects(result));
    }
    return object;
  }

  private static List<Map<String, Object>> claims(CaseResult result) {
    List<Map<String, Object>> claims = new ArrayList<>();
    Judgement judgement = result.judgement();
    for (Judgement.Line line : judgement.lines()) {
      Map<String, Object> claim = new LinkedHashMap<>();
      claim.put("where", line.expectation().where());
      claim.put("outcome", line.expectation().text());
      TestReport.only(result, line).ifPresent(it -> claim.put("found", it));
      claim.put("observe", line.expectation().observe().word());
      claim.put("seen", line.seen());
      claim.put("of", judgement.runs());
      claim.put("verdict", Claims.of(line, judgement.runs(), result.complete()).verdict());
      claims.add(claim);
    }
    return claims;
  }

  private static List<Map<String, Object>> outcomes(CaseResult result) {
    List<Map<String, Object>> outcomes = new ArrayList<>();
    Judgement judgement = result.judgement();
    result
        .observed()
        .forEach(
            (outcome, seen) -> {
              Map<String, Object> object = new LinkedHashMap<>();
              object.put("outcome", outcome.summary());
              object.put("seen", seen);
              object.put(
                  "allowed",
                  judgement.unexpected().stream().noneMatch(it -> it.outcome().equals(outcome)));
              object.put("explanation", result.explanation(outcome));
              object.put("again", result.reproduction(outcome));
              outcomes.add(object);
            });
    return outcomes;
  }
}
