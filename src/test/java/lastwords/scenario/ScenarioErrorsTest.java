package lastwords.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioErrorsTest {
  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void make() {
    home = new Home(folder);
  }

  /** The lines are on line 4 of the file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          kernal = x                        | unknown key 'kernal' in a scenario; did you mean 'kernel'?
          seeds = many                      | seeds: expected a whole number, found "many"
          seeds = 1.5                       | seeds: expected a whole number, found 1.5
          seeds = 0                         | seeds: expected a number from 1 to 1000000, found 0
          judge = simulated                 | judge: unknown 'simulated'; did you mean 'simulate'?
          title = [ a ]                     | title: expected a text, found ["a"]
          limits { runs = 1s }              | unknown key 'runs' in limits; did you mean 'run'?
          limits { run = 5 }                | run: expected a time with its unit, such as 20us, 10ms or 2s, found 5
          limits { run = 5 h }              | run: expected a time with its unit, such as 20us, 10ms or 2s, found "5 h"
          limits = 5                        | limits: expected a block { ... }, found 5
          cpu.2.run = idle                  | cpu.2: this machine has CPUs 0 to 1
          cpu.one.run = idle                | cpu.one: this machine has CPUs 0 to 1
          cpu.-1.run = idle                 | cpu.-1: this machine has CPUs 0 to 1
          cpu { 0-1.run = idle, 1.run = idle } | cpu.1 has two blocks
          cpu.1-2.run = idle                | cpu.1-2: this machine has CPUs 0 to 1
          cpu.other.run = idle              | cpu.other: this machine has CPUs 0 to 1
          cpu { 0-1.run = idle, others.run = idle } | cpu.others: every CPU of this machine has a block of its own
          faults = [ { drop = ipi, to = [] } ] | to: expected at least one CPU
          faults = [ { drop = ipi, to = 1-2 } ] | to: expected a range within 0-1, found "1-2"
          cpu.0-1.run = idle, faults = [ { stall = others, after = 1s, for = 1s } ] | stall: expected at least one CPU
          cpu.0.rum = idle                  | unknown key 'rum' in cpu.0; did you mean 'run'?
          cpu.0 = idle                      | cpu.0: expected a block { ... }, found "idle"
          cpu.0.place = nowhere             | place: unknown 'nowhere'; known: any, none
          settings { volume = loud }        | volume: expected a number, yes or no, found "loud"
          machine.cpus = 65                 | cpus: expected a number from 1 to 64, found 65
          machine.cpu = 2                   | unknown key 'cpu' in a machine; did you mean 'cpus'?
          machine.pstore = efi              | pstore: unknown 'efi'; known: none, ramoops
          machine.locks = fifo              | locks: unknown 'fifo'; known: queued, test-and-set
          machine.crash-kernel = maybe      | crash-kernel: expected yes or no, found "maybe"
          machine.uart.0.baud = fast        | baud: expected a whole number, found "fast"
          machine.uart.0.type = 8251        | type: unknown '8251'; did you mean '8250'?
          machine.uart.2.name = ttyS2       | uart.2: ports are numbered 0, 1, ... without a gap
          machine.timing.ipi = 1us          | unknown key 'ipi' in timing; did you mean 'send-ipi'?
          machine = [ x86_64 ]              | machine: expected a name or a block { ... }, found ["x86_64"]
          machine = null                    | machine: expected a name or a block { ... }, found null
          kernel = ""                       | a scenario needs a kernel
          kernel = null                     | a scenario needs a kernel
          kernel = [ tiny ]                 | kernel: expected a text, found ["tiny"]
          variants.x.machine = arm65        | unknown machine 'arm65'; did you mean 'arm64'?
          variants.x.kernel = "tiny+laude"   | unknown patch 'laude'; known: louder
          variants.x.kernel = tinny         | unknown kernel 'tinny'; did you mean 'tiny'?
          variants.x.kernel = louder        | 'louder' is a patch, not a kernel: write KERNEL+louder
          variants.x.kernel = "tiny+tiny"    | 'tiny' is a kernel, not a patch
          variants.x.kernel = elsewhere     | kernel elsewhere does not run on x86_64, only on arm64
          variants.x.kernel = "tiny+./no.c"  | no file './no.c'
          variants.x.kernel = tiny+louder   | a string with + needs quotes
          variants.x.variants.y.seeds = 2   | unknown key 'variants' in a scenario; known: budget, config, cpu, early-timeouts, expect, faults, judge, kernel, limits, machine, place, seeds, settings, source, sources, states, title
          variants.default.seeds = 2        | the scenario itself is the variant 'default'
          variants.x = 2                    | x: expected a block { ... }, found 2
          sources = [ "gone.c" ]            | no source file 'gone.c'
          sources = [ "*.cc" ]              | no source file matches '*.cc'
          place = node-2                    | place: expected a block { ... }, found "node-2"
          place { spread = far }            | spread: expected yes or no, found "far"
          place { cpu.1 = 2 }               | place.cpu.1: expected a node's name or role:NAME
          faults = { drop = ipi }           | faults: expected a list [ ... ], found {"drop":"ipi"}
          faults = [ 5 ]                    | faults: expected a block { ... } for a fault, found 5
          faults = [ { dorp = ipi } ]       | a fault needs one of corrupt-idt, delay, drop, duplicate, fail, fill, garble, no, press, reorder, silence, slow, stall, wedge; did you mean 'drop'?
          faults = [ { drop = ipi, slow = x } ] | a fault has one effect, not drop and slow
          faults = [ { drop = irq } ]       | drop: unknown 'irq'; known: ipi, nmi
          faults = [ { drop = ipi, to = 2 } ] | to: expected a number from 0 to 1, found 2
          faults = [ { drop = ipi, tu = 1 } ] | unknown key 'tu' in a fault; did you mean 'to'?
          faults = [ { drop = ipi, probability = 101 } ] | probability: expected a number from 0 to 100, found 101
          faults = [ { delay = ipi } ]      | this fault needs by
          faults = [ { stall = 1, for = 2ms } ] | a stall needs one of at = FUNCTION, holding = LOCK, after = TIME
          faults = [ { stall = 1, after = 2ms } ] | this fault needs for
          faults = [ { slow = ttyS1, factor = 2 } ] | x86_64 has no 'ttyS1', only pstore, ttyS0
          faults = [ { slow = ttyS0 } ]     | this fault needs factor
          faults = [ { no = crash-kernal } ] | no: unknown 'crash-kernal'; did you mean 'crash-kernel'?
          faults = [ { press = nmi-button } ] | this fault needs after
          faults = [ { press = nmi-button, after = 1ms, reason = iochck } ] | reason: unknown 'iochck'; did you mean 'iochk'?
          expect = [ { end = hung, observe = always } ] | end: unknown 'hung'; did you mean 'hang'?
          expect = [ { end = hang } ]       | an expectation needs observe = always, sometimes or never
          expect = [ { end = hang, observe = often } ] | observe: unknown 'often'; known: always, never, sometimes
          expect = [ { ends = hang, observe = always } ] | unknown key 'ends' in an expectation; did you mean 'end'?
          expect = [ { at = logbuf_lock, observe = always } ] | at: expected cpuN:LOCK, found 'logbuf_lock'
          expect = [ { at = "cpu2:logbuf_lock", observe = always } ] | at: this machine has CPUs 0 to 1, no cpu2:logbuf_lock
          expect = [ { kdump = brocken, observe = never } ] | kdump: unknown 'brocken'; did you mean 'broken'?
          expect = [ { end = interrupted, observe = never } ] | end: unknown 'interrupted'; known: alive, dead, gone, hang, kdump, livelock, loop, power-off, reboot, scheduling, undecided
          expect = [ { end = loop, at = "cpu0:x", observe = always } ] | at: only a hang or a livelock has an at, but end = loop
          expect = [ { end = [ loop, reboot ], in = panic, observe = never } ] | in: only a hang or a livelock has an in, but end = loop, reboot
          expect = [ { end = loop, kdump = ok, observe = always } ] | kdump: it is ok, no-regs, broken or hang when end = kdump, and only then
          expect = [ { end = kdump, kdump = not-taken, observe = always } ] | kdump: it is ok, no-regs, broken or hang when end = kdump, and only then
          machine.pstore = none, expect = [ { pstore = written, observe = always } ] | pstore: this machine has no pstore, so it is n/a
          expect = [ { end = gone, observe = always } ] | end: this machine has no hypervisor that could end it
          expect = [ { console = some, observe = always } ] | console: unknown 'some'; known: all, garbled, lost-tail, n/a, none, partial
          expect = [ { notStopped = [ 2 ], observe = always } ] | notStopped: expected a number from 0 to 1, found 2
          expect = [ { notStopped = [ 0-2 ], observe = always } ] | notStopped: expected a range within 0-1, found "0-2"
          expect = [ { notStopped = [ [ 0 ], [ 1, 5 ] ], observe = always } ] | notStopped: expected a number from 0 to 1, found 5
          expect = [ { console.hass = x, observe = always } ] | unknown key 'hass' in console; did you mean 'has'?
          expect = [ { console.is = al, observe = always } ] | is: unknown 'al'; did you mean 'all'?
          expect = [ { console.has = "", observe = always } ] | has: expected part of a line, found nothing
          expect = [ { console { has = [ "a line" ], lacks = line }, observe = always } ] | lacks: 'line' is part of 'a line', which has to be there
          expect = [ { pstore { in-order = [ b, "a line" ], lacks = line }, observe = always } ] | lacks: 'line' is part of 'a line', which has to be there
          machine.pstore = none, expect = [ { pstore.has = x, observe = always } ] | pstore: this machine has none, so no line can be in it
          expect = [ { end = loop, kdump.has = x, observe = always } ] | kdump: only a crash kernel saves lines, with end = kdump
          expect = [ { dumps = [ panik ], observe = always } ] | dumps: unknown 'panik'; did you mean 'panic'?
          expect = [ { end = loop, noRegisters = [ 1 ], observe = always } ] | noRegisters: only a crash dump has registers, with end = kdump
          expect = [ { kdump = ok, noRegisters = [ 1 ], observe = always } ] | noRegisters: CPUs are missing when kdump = no-regs, and only then
          expect = [ { within = 5, observe = always } ] | within: expected a time with its unit, such as 20us, 10ms or 2s, found 5
          judge = explore, expect = [ { within = 5s, observe = always } ] | within: explore has no clock; a time needs judge = simulate
          """)
  void isToldWithItsLine(String lines, String expected) {
    assertThat(Home.said(() -> home.with(lines)))
        .containsExactly("config/scenarios/s.conf:4: " + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a = {                             | 1: expected a } before the end of the file
          a = "b                            | 1: Expecting a value but got wrong token: '' (End of input but string quote was still open)
          machine = ${machines.arm46}       | 1: unknown name 'machines.arm46'; did you mean 'arm64'?
          machine = ${machine}              | 1: a substitution refers to itself
          include "gone.conf"               | 1: include "gone.conf": no such file
          include url("http://localhost/x") | 1: include url(...): only files can be included
          """)
  void malformedHoconIsTold(String text, String expected) {
    assertThat(Home.said(() -> home.scenario(text)))
        .singleElement()
        .asString()
        .contains(expected.substring(3));
  }

  @Test
  void theEnvironmentIsNotAsked() {
    assertThat(Home.said(() -> home.with("source = ${PATH}")))
        .containsExactly(
            "config/scenarios/s.conf:4: unknown name 'PATH'; known: kernel, machine, machines,"
                + " source, title");
  }

  @Test
  void everythingMissingIsToldAtOnce() {
    assertThat(Home.said(() -> home.scenario("seeds = 1\n")))
        .containsExactly(
            "config/scenarios/s.conf:1: a scenario needs a kernel",
            "config/scenarios/s.conf:1: a scenario needs a title",
            "config/scenarios/s.conf:1: a scenario needs a machine; known: arm64, x86_64");
  }

  @Test
  void allProblemsOfAllVariantsAreToldOnce() {
    List<String> said =
        Home.said(() -> home.with("seeds = a\njudge = b\nvariants { v { machine = c } }\n"));
    assertThat(said)
        .containsExactly(
            "config/scenarios/s.conf:4: seeds: expected a whole number, found \"a\"",
            "config/scenarios/s.conf:5: judge: unknown 'b'; known: explore, simulate",
            "config/scenarios/s.conf:6: unknown machine 'c'; known: arm64, x86_64");
  }

  @Test
  void whatIsNoScenarioFileIsTold() {
    home.file("config/scenarios/binary.conf", "a = \0\n");
    home.file("config/scenarios/deep.conf", "[".repeat(100_000));
    assertThat(Home.said(() -> home.catalog().scenario("binary")))
        .containsExactly("config/scenarios/binary.conf: is a binary file, not text");
    assertThat(Home.said(() -> home.catalog().scenario("deep")))
        .containsExactly("config/scenarios/deep.conf: expected at most 200 nested brackets");
    assertThat(Home.said(() -> home.catalog().scenario(folder + "/config")))
        .containsExactly("config: is a folder, not a file");
    assertThat(Home.said(() -> home.catalog().scenario("binery")))
        .containsExactly("no scenario 'binery'; did you mean 'binary'?");
    assertThat(Home.said(() -> home.catalog().scenario("./gone.conf"))).hasSize(1);
  }

  @Test
  void aManifestIsCheckedToo() {
    home.file("config/kernels/tiny.conf", "titel = x\nsources = [ \"tyni.c\" ]\n");
    assertThat(Home.said(() -> home.with("")))
        .containsExactly(
            "config/kernels/tiny.conf:1: a kernel manifest needs a title",
            "config/kernels/tiny.conf:1: unknown key 'titel' in a kernel manifest; did you mean"
                + " 'title'?");
  }

  @Test
  void kernelsThatIncludeEachOtherAreTold() {
    home.file("config/kernels/tiny.conf", "title = x\ninclude-from = elsewhere\n");
    assertThat(Home.said(() -> home.with("")))
        .containsExactly("config/kernels/elsewhere.conf: include-from is circular");
  }
}
