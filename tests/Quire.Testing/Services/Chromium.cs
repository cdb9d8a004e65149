namespace Quire.Testing.Services;

/// <summary>The machine's Chromium: where it is and how tests and benchmarks start it.</summary>
public static class Chromium
{
    private static readonly string[] Candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>The program, or the one that <c>QUIRE_CHROMIUM</c> names; null where the machine has none.</summary>
    public static string? Program { get; } = Environment.GetEnvironmentVariable("QUIRE_CHROMIUM") ?? Candidates.FirstOrDefault(File.Exists);

    /// <summary>What is missing, as a sentence; null when nothing is.</summary>
    public static string? MissingReason { get; } = Program is null ? "Chromium is not installed (Debian: apt-get install chromium; or set QUIRE_CHROMIUM)" : null;

    /// <summary>Its arguments: what a browser does unasked would only be noise where there is no internet.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
}
