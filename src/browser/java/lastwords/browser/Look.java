package lastwords.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/**
 * The viewing conditions of a page.
 *
 * @param width of the window, in CSS pixels
 * @param height of the window, in CSS pixels
 * @param dark does the reader prefer dark pages?
 */
record Look(int width, int height, boolean dark) {
  static final Look USUAL = new Look(1280, 800, false);
  static final Look DARK = new Look(1280, 800, true);
  static final Look NARROW = new Look(360, 740, false);
  static final Look WIDE = new Look(2560, 1440, false);

  Browser.NewContextOptions context() {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
  }
}
