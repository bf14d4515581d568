package lastwords.kernelc.source;

/** What is wrong at a place of a source, in words. */
public record Problem(Spot spot, String message) {}
