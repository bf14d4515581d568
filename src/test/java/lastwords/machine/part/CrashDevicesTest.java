package lastwords.machine.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lastwords.kernelc.image.Builtin;
import lastwords.machine.bus.DumpDisk;
import lastwords.machine.bus.DumpDisk.Bus;
import lastwords.machine.bus.Request;
import lastwords.machine.text.Texts;
import org.junit.jupiter.api.Test;

/** Rules of the hardware that a crash kernel finds. */
class CrashDevicesTest {
  private static final long CONNECT = 1;
  private static final long UNLOAD = 2;

  @Test
  void aDiskIsHeardOnlyByTheLowestCpuThatGetsInterrupts() {
    CrashDevices devices = devices(Bus.AHCI, false);
    assertThat(ask(devices, Builtin.DISK_IDENTIFY, 0, 0)).isZero();
    assertThat(ask(devices, Builtin.DISK_IDENTIFY, 3, 0)).isEqualTo(-110);
    ask(devices, Builtin.SET_IRQ_TARGETS, 3, 0b1001);
    assertThat(ask(devices, Builtin.DISK_IDENTIFY, 3, 0)).isEqualTo(-110);
    ask(devices, Builtin.SET_IRQ_TARGETS, 3, 0b1000);
    assertThat(ask(devices, Builtin.DISK_IDENTIFY, 3, 0)).isZero();
  }

  @Test
  void anIommuPassesNothingThatIsInNoTable() {
    CrashDevices devices = devices(Bus.AHCI, true);
    assertThat(ask(devices, Builtin.DISK_IDENTIFY, 0, 0)).isEqualTo(-5);
    assertThat(ask(devices, Builtin.IOMMU, 0, -1)).isEqualTo(1);
    ask(devices, Builtin.IOMMU, 0, 3);
    assertThat(ask(devices, Builtin.DISK_IDENTIFY, 0, 0)).isEqualTo(-5);
    ask(devices, Builtin.IOMMU, 0, 2);
    assertThat(ask(devices, Builtin.DISK_IDENTIFY, 0, 0)).isZero();
  }

  @Test
  void anOldHostDoesNotAnswerAGuestThatItTakesForConnected() {
    CrashDevices devices = devices(Bus.VMBUS_2012R2, false);
    assertThat(ask(devices, Builtin.VMBUS, 0, CONNECT)).isZero();
    assertThat(ask(devices, Builtin.DISK_IDENTIFY, 0, 0)).isEqualTo(-19);
    assertThat(ask(devices, Builtin.VMBUS, 0, UNLOAD)).isOne();
    assertThat(ask(devices, Builtin.VMBUS, 0, UNLOAD)).isZero();
    assertThat(ask(devices, Builtin.VMBUS, 0, CONNECT)).isOne();
    assertThat(ask(devices, Builtin.DISK_IDENTIFY, 0, 0)).isZero();
  }

  @Test
  void aNewerHostDoes() {
    CrashDevices devices = devices(Bus.VMBUS, false);
    assertThat(ask(devices, Builtin.VMBUS, 0, CONNECT)).isOne();
    assertThat(ask(devices, Builtin.DISK_IDENTIFY, 0, 0)).isZero();
  }

  @Test
  void registersThatComeAfterTheDumpAreNotInIt() {
    CrashDevices devices = devices(Bus.AHCI, false);
    ask(devices, Builtin.JUMP_CRASH_KERNEL, 0, 0);
    ask(devices, Builtin.CRASH_NOTE, 1, 0);
    assertThat(devices.noRegisters(4)).isEmpty();
    ask(devices, Builtin.DISK_VMCORE, 0, ask(devices, Builtin.CRASH_NOTES, 0, 0));
    ask(devices, Builtin.CRASH_NOTE, 2, 0);
    assertThat(devices.saved()).isTrue();
    assertThat(devices.noRegisters(4)).containsExactly(2, 3);
  }

  private static CrashDevices devices(Bus bus, boolean iommu) {
    CrashDevices devices = new CrashDevices(new DumpDisk(bus, iommu), new Texts(List.of()));
    devices.attach(new long[CrashDevices.WORDS], 0);
    devices.reset();
    return devices;
  }

  private static long ask(CrashDevices devices, Builtin builtin, int cpu, long value) {
    Request request = new Request();
    request.cpu = cpu;
    request.a = value;
    assertThat(devices.perform(builtin, request)).isTrue();
    return request.result;
  }
}
