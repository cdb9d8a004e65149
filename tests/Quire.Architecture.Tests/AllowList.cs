namespace Quire.Architecture.Tests;

/// <summary>Exceptions to a rule, each with its reason: lines of <c>path: reason</c> in the folder Allowed; <c>#</c> begins a comment.</summary>
internal sealed class AllowList
{
    private readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal);

    public AllowList(string name, string text)
    {
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon < 0 || !_reasons.TryAdd(line[..colon], line[(colon + 2)..]))
                throw new InvalidOperationException($"Allowed/{name}: '{line}' is not 'path: reason', or its path stands there twice");
        }
    }

    public IEnumerable<string> Paths => _reasons.Keys;

    public static AllowList Load(string name) =>
        new(name, TrackedFiles.Read($"tests/Quire.Architecture.Tests/Allowed/{name}"));

    /// <summary>Whether the path, or a folder above it that is listed with a closing <c>/</c>, is excepted.</summary>
    public bool Allows(string path) =>
        _reasons.ContainsKey(path) || _reasons.Keys.Any(listed => listed.EndsWith('/') && path.StartsWith(listed, StringComparison.Ordinal));
}
