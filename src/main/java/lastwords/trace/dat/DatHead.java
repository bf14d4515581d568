package lastwords.trace.dat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lastwords.trace.tracepoint.KernelSymbols;
import lastwords.trace.tracepoint.Tracepoint;

/** Everything before the pages of the CPUs, in version 6 of trace.dat. */
final class DatHead {
  private static final String HEADER_PAGE =
      """
      \tfield: u64 timestamp;\toffset:0;\tsize:8;\tsigned:0;
      \tfield: local_t commit;\toffset:8;\tsize:8;\tsigned:1;
      \tfield: int overwrite;\toffset:8;\tsize:1;\tsigned:1;
      \tfield: char data;\toffset:16;\tsize:4080;\tsigned:1;
      """;
  private static final String HEADER_EVENT =
      """
      # compressed entry header
      \ttype_len    :    5 bits
      \ttime_delta  :   27 bits
      \tarray       :   32 bits

      \tpadding     : type == 29
      \ttime_extend : type == 30
      \ttime_stamp : type == 31
      \tdata max type_len  == 28
      """;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private DatHead() {}

  /**
   * The bytes up to the first page.
   *
   * @param sizes of each CPU's pages, in bytes
   */
  static byte[] of(KernelSymbols symbols, List<Long> sizes) {
    DatHead head = new DatHead();
    head.signature();
    head.section("header_page", HEADER_PAGE);
    head.section("header_event", HEADER_EVENT);
    head.number(0, Integer.BYTES); // events of ftrace itself
    head.systems();
    head.sized(symbols.kallsyms(), Integer.BYTES);
    head.number(0, Integer.BYTES); // texts of trace_printk()
    head.sized(tasks(sizes.size()), Long.BYTES);
    head.buffers(sizes);
    return head.bytes.toByteArray();
  }

  private void signature() {
    number(0x17, 1);
    number(0x08, 1);
    number(0x44, 1);
    text("tracing6");
    number(0, 1);
    number(0, 1); // little-endian
    number(Long.BYTES, 1);
    number(CpuPages.PAGE, Integer.BYTES);
  }

  private void section(String name, String content) {
    text(name);
    number(0, 1);
    sized(content, Long.BYTES);
  }

  private void systems() {
    Map<String, List<Tracepoint>> systems = new TreeMap<>();
    for (Tracepoint tracepoint : Tracepoint.values()) {
      systems.computeIfAbsent(tracepoint.system(), it -> new ArrayList<>()).add(tracepoint);
    }
    number(systems.size(), Integer.BYTES);
    systems.forEach(this::system);
  }

  private void system(String name, List<Tracepoint> tracepoints) {
    text(name);
    number(0, 1);
    number(tracepoints.size(), Integer.BYTES);
    tracepoints.forEach(it -> sized(it.format(), Long.BYTES));
  }

  private static String tasks(int cpus) {
    StringBuilder lines = new StringBuilder();
    for (int cpu = 0; cpu < cpus; cpu++) {
      lines.append(cpu + 1).append(" cpu").append(cpu).append('\n');
    }
    return lines.append(cpus + 1).append(" machine\n").toString();
  }

  private void buffers(List<Long> sizes) {
    number(sizes.size(), Integer.BYTES);
    text("options  ");
    number(0, 1);
    number(0, Short.BYTES);
    text("flyrecord");
    number(0, 1);
    long end = bytes.size() + (long) sizes.size() * 2 * Long.BYTES;
    long at = (end + CpuPages.PAGE - 1) / CpuPages.PAGE * CpuPages.PAGE;
    for (long size : sizes) {
      number(at, Long.BYTES);
      number(size, Long.BYTES);
      at += size;
    }
    while (bytes.size() % CpuPages.PAGE != 0) {
      bytes.write(0);
    }
  }

  private void sized(String content, int sizeBytes) {
    number(content.getBytes(UTF_8).length, sizeBytes);
    text(content);
  }

  private void text(String text) {
    bytes.writeBytes(text.getBytes(UTF_8));
  }

  private void number(long number, int size) {
    for (int i = 0; i < size; i++) {
      bytes.write((int) (number >>> i * Byte.SIZE));
    }
  }
}
