package lastwords.cli.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lastwords.cli.Cli;
import lastwords.cli.JsonSchemas;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cli.console.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries over traces and results; those that need the database are skipped without it. */
public final class SqlCommandTest {
  /** Checked against its schema here, since the database may be missing. */
  public static final List<String> JSON_LINES = List.of("sql query --json");

  private static final String STEPS =
      """
      {"seq":0,"ns":1000,"cpu":0,"context":"task","function":"panic","file":"panic.c","line":11,\
      "op":"cmpxchg","target":"panic_cpu","argument":-1,"result":-1}
      {"seq":1,"ns":2050,"cpu":1,"context":"task","irqsOff":true,"function":"panic",\
      "file":"panic.c","line":11,"op":"lock","target":"logbuf_lock","argument":0,"result":0}
      {"seq":2,"ns":2200,"op":"fault","target":"rule 3","argument":0,"result":0}
      """;
  private static final String RESULTS =
      """
      {"schema":"lastwords/run/1","scenario":"s","variant":"v","kernel":"5.2","machine":"arm64",
       "seed":7,"steps":5,"virtualNanos":9,"outcome":{"end":"hang","at":"cpu0:logbuf_lock",
       "in":"kmsg_dump","console":"none","pstore":"unreached","kdump":"n/a",
       "notStopped":{"1":"irqs off","2":"irqs off"},"unmet":[]}}
      {"schema":"lastwords/test/1","results":[{"scenario":"t","variant":"default","outcomes":[
       {"outcome":"loop, console all, pstore written, kdump n/a, not stopped [3]","seen":"always",
        "allowed":true}]}]}
      """;

  @TempDir private Path folder;

  private Path trace;
  private Path results;

  @BeforeEach
  void files() throws IOException {
    trace = Files.writeString(folder.resolve("t.jsonl"), STEPS);
    results = Files.writeString(folder.resolve("r.json"), RESULTS);
  }

  private static void needsTheDatabase() {
    Path jar = new SqlLibrary(Path.of(""), System.getenv()).jar();
    assumeTrue(
        Files.exists(jar),
        () ->
            "skipped, because there is no " + jar + ": deploy/lastwords sql \"select 1\" gets it");
  }

  private static String sql(String query, Object... more) {
    String[] line = new String[2 + more.length];
    line[0] = "sql";
    line[1] = query;
    for (int i = 0; i < more.length; i++) {
      line[2 + i] = more[i].toString();
    }
    Cli done = Cli.run(line);
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    return done.out();
  }

  @Test
  void stepsAreAView() {
    needsTheDatabase();
    assertThat(
            sql("select op, cpu, irqs_off, source, argument from step order by seq", trace).lines())
        .containsExactly(
            "op       cpu  irqs_off  source   argument",
            "-------  ---  --------  -------  --------",
            "cmpxchg  0    false     panic.c  -1",
            "lock     1    true      panic.c  0",
            "fault         false              0");
  }

  @Test
  void outcomesOfResultsAreAView() {
    needsTheDatabase();
    String query =
        "select verb, ending, place, console, not_stopped, seed from result order by scenario";
    assertThat(sql(query, results).lines().skip(2))
        .containsExactly(
            "run   hang    cpu0:logbuf_lock  none     1, 2         7",
            "test  loop                      all      3");
    assertThat(sql("select json->>'$.kernel' as k from document", results)).contains("5.2");
  }

  @Test
  void rowsBecomeParquetOrJson() throws IOException {
    needsTheDatabase();
    Path parquet = folder.resolve("steps.parquet");
    assertThat(sql("select * from step;", trace, "--parquet", parquet)).isEmpty();
    assertThat(sql("select count(*) as n, max(ns) as t from '" + parquet + "'"))
        .contains("3  2200");
    String json = sql("select seq, irqs_off, context from step", trace, "--json");
    JsonSchemas.valid("sql", json);
    assertThat(json).contains("[ 1, true, \"task\" ]", "[ 2, false, \"\" ]");
  }

  @Test
  void mistakesInAQueryAreTold() {
    needsTheDatabase();
    Cli done = Cli.run("sql", "select * from stpe", trace.toString());
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains("Did you mean \"step\"", "views: step");
  }

  @Test
  void aFileThatIsNeitherTraceNorResultIsTold() throws IOException {
    Path text = Files.writeString(folder.resolve("x.witness"), "format = lastwords-witness-1\n");
    Cli witness = Cli.run("sql", "select 1", text.toString());
    assertThat(witness.code()).isEqualTo(ExitCode.USAGE);
    assertThat(witness.err()).contains("expected a trace as JSON lines", "convert");
    Path broken = Files.writeString(folder.resolve("x.json"), "{\"schema\":");
    assertThat(Cli.run("sql", "select 1", broken.toString()).err())
        .contains("x.json: expected a trace, or what --json prints");
    assertThat(Cli.run("sql", "select 1", folder.resolve("none").toString()).err())
        .contains("no such file");
    assertThat(Cli.run("sql", "select 1", folder.toString()).err())
        .contains(folder + " is a folder, not a file");
    Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
    assertThat(Cli.run("sql", "select 1", empty.toString()).err())
        .contains("empty.jsonl: is empty; expected a trace")
        .doesNotContain("convert");
    Path dat = Files.write(folder.resolve("a.dat"), new byte[] {0x17, 0x08, 0x44});
    assertThat(Cli.run("sql", "select 1", dat.toString()).err())
        .contains("a.dat: expected a trace")
        .doesNotContain("convert");
  }

  @Test
  void aLineWithoutAStepIsNoRow() throws IOException {
    needsTheDatabase();
    Path gap = Files.writeString(folder.resolve("gap.jsonl"), STEPS + "null\n");
    assertThat(sql("select count(*) as n from step", gap).lines()).last().isEqualTo("3");
  }

  @Test
  void withoutAFileThereAreNoViews() {
    needsTheDatabase();
    Cli done = Cli.run("sql", "select * from step");
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains("no FILE was given").doesNotContain("sqlite");
  }

  @Test
  void withoutANetworkItSaysWhatToDo() throws IOException {
    Path maven =
        Files.writeString(folder.resolve("mvn"), "#!/bin/sh\necho '[ERROR] no route'\nexit 1\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    SqlLibrary library =
        new SqlLibrary(
            folder,
            Map.of("PATH", folder.toString(), SqlLibrary.VARIABLE, folder.resolve("l").toString()));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Output output = new Output(new ByteArrayOutputStream(), err, Terminal.NONE);
    assertThatThrownBy(() -> library.fetched(output))
        .hasMessageContaining("could not be fetched: [ERROR] no route")
        .hasMessageContaining("without a network, put duckdb_jdbc-")
        .hasMessageContaining("LASTWORDS_SQL_LIB");
    assertThat(err.toString()).contains("fetching DuckDB");
  }
}
