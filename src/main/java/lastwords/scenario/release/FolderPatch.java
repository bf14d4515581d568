package lastwords.scenario.release;

import java.util.ArrayList;
import java.util.List;
import lastwords.scenario.release.Hunk.Change;

/** The edits in a folder with a kernel's sources, as a patch for other kernels. */
public final class FolderPatch {
  private final KernelTree edited;

  private FolderPatch(KernelTree edited) {
    this.edited = edited;
  }

  /**
   * The patch from a kernel's sources to those in the folder. Places in messages are lines of files
   * in the folder.
   *
   * @param folder its name in messages
   */
  public static Patch of(KernelTree kernel, KernelTree edited, String folder) {
    List<String> lines =
        KernelDiff.of(kernel, edited).files().stream().flatMap(it -> it.lines().stream()).toList();
    List<FilePatch> files = List.of();
    if (!lines.isEmpty()) {
      Patch patch = PatchReader.read(folder, String.join("\n", lines));
      files = patch.files().stream().map(new FolderPatch(edited)::placed).toList();
    }
    return new Patch(folder, "as in " + folder, "", ReleaseRange.ALL, 0, List.of(), files);
  }

  private FilePatch placed(FilePatch file) {
    List<TreeLine> lines =
        file.after().flatMap(edited::file).map(TreeFile::lines).orElse(List.of());
    List<Hunk> hunks = new ArrayList<>();
    int moved = 0;
    for (Hunk hunk : file.hunks()) {
      int start = Math.max(hunk.start() - 1, 0) + moved;
      hunks.add(placed(hunk, start, lines));
      moved += grown(hunk);
    }
    return new FilePatch(file.before(), file.after(), hunks, 1);
  }

  /** Number of lines by which it lengthens the file. */
  private static int grown(Hunk hunk) {
    return hunk.lines().stream()
        .mapToInt(it -> it.kind() == Hunk.COMES ? 1 : it.kind() == Hunk.GOES ? -1 : 0)
        .sum();
  }

  private static Hunk placed(Hunk hunk, int start, List<TreeLine> lines) {
    List<Change> changes = new ArrayList<>();
    int next = start;
    for (Change change : hunk.lines()) {
      boolean comes = change.kind() == Hunk.COMES;
      changes.add(comes ? new Change(Hunk.COMES, lines.get(next)) : change);
      next += change.kind() == Hunk.GOES ? 0 : 1;
    }
    return new Hunk(hunk.number(), start + 1, hunk.start(), changes);
  }
}
