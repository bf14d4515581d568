package lastwords.cli.sql;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;

/** An in-memory database, whose classes come from the library's own jar. */
final class DuckDb implements AutoCloseable {
  private final URLClassLoader classes;
  private final Connection connection;

  private DuckDb(URLClassLoader classes, Connection connection) {
    this.classes = classes;
    this.connection = connection;
  }

  /** Loads the library; nothing is downloaded. */
  static DuckDb open(Path jar) throws IOException, SQLException {
    URLClassLoader classes =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    Driver driver =
        ServiceLoader.load(Driver.class, classes).stream()
            .filter(it -> it.type().getClassLoader() == classes)
            .findFirst()
            .orElseThrow(() -> new IOException(jar + " has no database"))
            .get();
    DuckDb db = new DuckDb(classes, driver.connect("jdbc:duckdb:", new Properties()));
    db.run("set autoinstall_known_extensions = false");
    db.run("set autoload_known_extensions = true"); // those that are built in
    return db;
  }

  /** The result of a query. */
  record Rows(List<String> columns, List<List<Object>> rows) {}

  void run(String statement) throws SQLException {
    try (Statement made = connection.createStatement()) {
      made.execute(statement);
    }
  }

  /** Runs any statement; returns rows if it has any. A null is an empty value. */
  Optional<Rows> query(String statement) throws SQLException {
    try (Statement made = connection.createStatement()) {
      if (!made.execute(statement)) {
        return Optional.empty();
      }
      try (ResultSet result = made.getResultSet()) {
        return Optional.of(rows(result));
      }
    }
  }

  private static Rows rows(ResultSet result) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    List<String> columns = new ArrayList<>();
    for (int column = 1; column <= meta.getColumnCount(); column++) {
      columns.add(meta.getColumnLabel(column));
    }
    List<List<Object>> rows = new ArrayList<>();
    while (result.next()) {
      List<Object> row = new ArrayList<>();
      for (int column = 1; column <= columns.size(); column++) {
        row.add(Optional.ofNullable(result.getObject(column)).orElse(""));
      }
      rows.add(row);
    }
    return new Rows(columns, rows);
  }

  @Override
  public void close() throws IOException, SQLException {
    connection.close();
    classes.close();
  }
}
