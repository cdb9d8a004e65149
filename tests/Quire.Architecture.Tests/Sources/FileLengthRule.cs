namespace Quire.Architecture.Tests.Sources;

/// <summary>A source file stays below 400 lines; Allowed/long-files.txt lists the exceptions with their reasons.</summary>
internal static class FileLengthRule
{
    private const int Limit = 400;

    private static readonly string[] Extensions = [".cs", ".ts", ".tsx", ".css", ".sql", ".sh", ".py"];

    public static bool Applies(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.Ordinal);

    public static IEnumerable<string> Check(string path, string text, AllowList allowed)
    {
        var lines = text.AsSpan().Count('\n');
        if (lines >= Limit && !allowed.Allows(path))
            yield return $"{path} has {lines} lines: split it below {Limit}, or list it in Allowed/long-files.txt with the reason";
        if (lines < Limit && allowed.Paths.Contains(path, StringComparer.Ordinal))
            yield return $"{path} has only {lines} lines: take it off Allowed/long-files.txt";
    }
}
