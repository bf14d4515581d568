package lastwords.kernelc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lastwords.kernelc.source.NearestName;
import org.junit.jupiter.api.Test;

final class NearestNameTest {
  private static final List<String> KNOWN =
      List.of("printk", "panic", "vprintk", "raw_spin_lock", "x");

  @Test
  void aLetterLeftOutAddedChangedOrSwappedIsForgiven() {
    assertThat(NearestName.hint("prink", KNOWN)).isEqualTo("; did you mean 'printk'?");
    assertThat(NearestName.hint("printkk", KNOWN)).isEqualTo("; did you mean 'printk'?");
    assertThat(NearestName.hint("panix", KNOWN)).isEqualTo("; did you mean 'panic'?");
    assertThat(NearestName.hint("pnaic", KNOWN)).isEqualTo("; did you mean 'panic'?");
  }

  @Test
  void longNamesMayDifferInMoreLetters() {
    assertThat(NearestName.hint("raw_spin_lokc_", KNOWN))
        .isEqualTo("; did you mean 'raw_spin_lock'?");
  }

  @Test
  void shortOrFarNamesGetNoHint() {
    assertThat(NearestName.hint("y", KNOWN)).isEmpty();
    assertThat(NearestName.hint("kmsg_dump", KNOWN)).isEmpty();
    assertThat(NearestName.hint("", KNOWN)).isEmpty();
  }
}
