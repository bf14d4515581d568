package lastwords.scenario.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lastwords.kernelc.Compilation;
import lastwords.kernelc.Diagnostic;
import lastwords.kernelc.SourceFile;
import lastwords.kernelc.image.KernelImage;
import lastwords.scenario.release.KernelTree;
import lastwords.scenario.release.TreeLine;
import lastwords.scenario.setting.Assigned;
import lastwords.scenario.setting.Parameter;
import lastwords.scenario.setting.Parameters;
import lastwords.scenario.setting.Spellings;

/**
 * A kernel as text: the sources of a manifest and of its patches, one layer each, with config
 * symbols and settings.
 */
public final class Kernel {
  private static final Pattern SYMBOL = Pattern.compile("CONFIG_\\w+");

  private final KernelName name;
  private final KernelName address;
  private final List<Manifest> manifests;
  private final KernelSources sources;
  private final Map<String, Set<String>> asked = new ConcurrentHashMap<>(); // symbols, by arch

  /**
   * @param manifests the lowest first
   */
  Kernel(KernelName name, KernelName address, List<Manifest> manifests, KernelSources sources) {
    this.name = name;
    this.address = address;
    this.manifests = List.copyOf(manifests);
    this.sources = sources;
  }

  /** Its name, as the user knows it: {@code 5.2+panic-lock-safe}. */
  public String name() {
    return name.toString();
  }

  /** The release or tree to which patches are applied, by the user's name for it. */
  public String baseName() {
    return name.base();
  }

  /**
   * Its name on a command line in the current folder; a scenario's paths are relative to the
   * scenario's folder.
   */
  public String address() {
    return address.toString();
  }

  /** Its patches, as named on a command line in the current folder. */
  public List<String> patchAddresses() {
    return address.patches();
  }

  /** What it is, in one line. */
  public String title() {
    List<String> titles = new ArrayList<>();
    manifests.stream()
        .filter(it -> !it.patch())
        .reduce((a, b) -> b)
        .ifPresent(it -> titles.add(it.title()));
    manifests.stream().filter(Manifest::patch).forEach(it -> titles.add(it.title()));
    return String.join(" + ", titles);
  }

  /** The release: {@code 5.2}. */
  public String version() {
    return manifests.stream()
        .filter(it -> !it.patch())
        .map(Manifest::version)
        .reduce("", (a, b) -> b);
  }

  /** The architectures for which it was written; empty if none of its code depends on one. */
  public Set<String> architectures() {
    Set<String> names = new TreeSet<>();
    manifests.stream().filter(it -> !it.patch()).forEach(it -> names.addAll(it.architectures()));
    return names;
  }

  public boolean runsOn(String arch) {
    return architectures().isEmpty() || architectures().contains(arch);
  }

  /** Its manifests, the lowest first. */
  List<Manifest> manifests() {
    return manifests;
  }

  /**
   * Its sources for all architectures, with patches applied; empty if its manifest lists its
   * sources.
   */
  public Optional<KernelTree> tree() {
    return sources.tree();
  }

  /** The kernel from which its folder was written: {@code 5.2+panic-lock-safe}. */
  public String checkoutOf() {
    return manifests.get(0).origin();
  }

  /** The same kernel without its patches. */
  public Kernel unpatched() {
    List<Manifest> base = manifests.stream().filter(it -> !it.patch()).toList();
    return new Kernel(
        new KernelName(name.base(), List.of()),
        new KernelName(address.base(), List.of()),
        base,
        sources.without(Manifest::patch));
  }

  /** What the real kernel has but this one leaves out, one line each. */
  public List<String> leavesOut() {
    return manifests.stream().flatMap(it -> it.facts().leavesOut().stream()).toList();
  }

  /** What it has of later releases, by the names used in its sources. */
  public List<String> backports() {
    return manifests.stream().flatMap(it -> it.facts().backports().stream()).toList();
  }

  /** Release date, {@code 2019-07-07}; empty if it is not known. */
  public String date() {
    return manifests.stream()
        .map(it -> it.facts().date())
        .reduce("", (a, b) -> b.isEmpty() ? a : b);
  }

  /**
   * Where the lines of one of its sources were written; empty if that is the source itself.
   *
   * @param source its path, as in {@link #sources}
   */
  public List<TreeLine> lines(String source) {
    return sources.lines(source);
  }

  /** The layer of additional sources. */
  public int layers() {
    return manifests.size();
  }

  /** The lowest layer of sources that come from patches. */
  public int ownLayers() {
    return (int) manifests.stream().filter(it -> !it.patch()).count();
  }

  /** Its source files on machines of this architecture, the lowest layer first. */
  public List<SourceFile> sources(String arch) {
    return sources.of(arch);
  }

  /** Its config symbols on machines of this architecture. */
  public Map<String, Long> config(String arch) {
    Map<String, Assigned> config = new TreeMap<>();
    for (Manifest manifest : manifests) {
      config.putAll(manifest.common().config());
      config.putAll(manifest.byArch().getOrDefault(arch, Manifest.Share.NONE).config());
    }
    return Collections.unmodifiableMap(new TreeMap<>(Assigned.values(config)));
  }

  /** Initial values of variables, from the manifests. */
  public Map<String, Assigned> settings() {
    Map<String, Assigned> settings = new LinkedHashMap<>();
    manifests.forEach(manifest -> settings.putAll(manifest.settings()));
    return settings;
  }

  /** The names by which its variables are set. */
  public Parameters parameters() {
    Map<String, Parameter> byVariable = new LinkedHashMap<>();
    manifests.forEach(it -> it.parameters().forEach(one -> byVariable.put(one.variable(), one)));
    return new Parameters(byVariable.values(), spellings(), config(""));
  }

  private Spellings spellings() {
    return manifests.stream().map(Manifest::spellings).reduce(Spellings.NONE, Spellings::with);
  }

  /** Settings of other kernels that this machine does not have, and why, by name. */
  public Map<String, String> notModelled() {
    return spellings().absent();
  }

  /** Its settings on machines of this architecture, by the name of the variable. */
  public List<Setting> settings(KernelImage image) {
    return Setting.of(parameters().all(), image, Assigned.values(settings()));
  }

  /** How its settings are written: {@code panic=}, {@code oops=panic}, {@code quiet}. */
  public List<String> settingWords() {
    SortedSet<String> words = new TreeSet<>();
    for (Parameter parameter : parameters().all()) {
      words.add(parameter.variable() + "=");
      parameter.sysctls().forEach(it -> words.add(it + "="));
      parameter.boots().forEach(it -> words.add(it + "="));
      words.addAll(parameter.words().keySet());
    }
    spellings().lists().keySet().forEach(it -> words.add(it + "="));
    spellings().sizes().keySet().forEach(it -> words.add(it + "="));
    words.addAll(spellings().usual());
    return List.copyOf(words);
  }

  /**
   * What its CPUs can be made to do; workloads that need something that this kernel lacks are left
   * out.
   */
  public List<Workload> workloads(String arch) {
    Optional<KernelImage> image = compile(arch).image();
    return Workload.in(sources(arch)).stream()
        .filter(it -> image.isEmpty() || image.get().function(it.name()).isPresent())
        .toList();
  }

  /** Every config symbol that this kernel's manifests set or its sources test. */
  public Set<String> symbols(String arch) {
    Set<String> symbols = new TreeSet<>(config(arch).keySet());
    symbols.addAll(asked.computeIfAbsent(arch, this::asked));
    return symbols;
  }

  private Set<String> asked(String arch) {
    Set<String> symbols = new TreeSet<>();
    sources(arch).forEach(source -> symbols.addAll(symbolsIn(source.text())));
    return symbols;
  }

  /** The config symbols that a source tests. */
  public static Set<String> symbolsIn(String text) {
    return SYMBOL
        .matcher(text)
        .results()
        .filter(it -> it.start() == 0 || !isWord(text.charAt(it.start() - 1)))
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isWord(char letter) {
    return Character.isLetterOrDigit(letter) || letter == '_';
  }

  /** Compiles it for machines of this architecture. */
  public Compilation compile(String arch) {
    return compile(arch, Map.of(), List.of());
  }

  /** Compiles it with other config symbols and additional sources. */
  public Compilation compile(String arch, Map<String, Long> symbols, List<SourceFile> more) {
    Map<String, Long> config = new TreeMap<>(config(arch));
    config.putAll(symbols);
    List<SourceFile> all = new ArrayList<>(sources(arch));
    all.addAll(more);
    Compilation compiled = Compiled.of(all, config);
    List<Diagnostic> diagnostics = compiled.diagnostics().stream().map(sources::asWritten).toList();
    return new Compilation(compiled.image(), diagnostics, compiled.replacements());
  }
}
