package lastwords.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.RecordingChunk;
import lastwords.engine.recording.RecordingReader;
import lastwords.engine.recording.RecordingReplay;
import lastwords.engine.recording.Replayed;
import lastwords.machine.bus.StepSink;

/** Recordings of a cluster as files, and their replay. */
final class Fetched {
  private Fetched() {}

  /** Waits for the whole recording of a machine, across deaths of the collector, and writes it. */
  static Path fetch(ClusterNode node, String id, Path file) {
    boolean[] whole = {false};
    TestCluster.await(
        () -> {
          try {
            whole[0] = whole[0] || write(node, id, file);
          } catch (NodeException e) {
            whole[0] = false; // the collector has moved: starts again
          }
          return whole[0];
        });
    return file;
  }

  private static boolean write(ClusterNode node, String id, Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      long offset = 0;
      RecordingChunk chunk = node.recording(id, offset, 60_000);
      while (chunk.bytes().length > 0) {
        out.write(chunk.bytes());
        offset += chunk.bytes().length;
        if (chunk.end()) {
          return true;
        }
        chunk = node.recording(id, offset, 60_000);
      }
      return chunk.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Replayed replay(Path file, StepSink sink) {
    try (RecordingReader reader = new RecordingReader(file)) {
      return RecordingReplay.run(reader, sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
