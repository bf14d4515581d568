package lastwords.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import lastwords.scenario.setting.Overrides;
import org.junit.jupiter.api.Test;

final class ReproductionTest {
  @Test
  void onlyWhatWasChangedIsNamed() {
    assertThat(Reproduction.of("a", "default", Overrides.NONE, 7))
        .isEqualTo("lastwords run a --seed 7");
  }

  @Test
  void everythingThatWasChangedIsNamedAsAShellReadsIt() {
    Overrides overrides =
        new Overrides(
            Optional.of("5.2+./my patch.c"), Optional.of("x86_64"), Map.of("panic_timeout", "10"));
    assertThat(Reproduction.of("it's.conf", "patched", overrides, -1))
        .isEqualTo(
            "lastwords run 'it'\\''s.conf' --variant patched --kernel '5.2+./my patch.c'"
                + " --machine x86_64 --set panic_timeout=10 --seed -1");
  }
}
