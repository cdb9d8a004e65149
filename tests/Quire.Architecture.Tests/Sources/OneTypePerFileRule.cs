namespace Quire.Architecture.Tests.Sources;

/// <summary>
/// A file declares one top-level type and is called by its name; <c>Name.Part.cs</c> holds a part of it, and a generic type beside a plain
/// one of the same name stands in <c>NameOf….cs</c>.
/// </summary>
internal static class OneTypePerFileRule
{
    public static IEnumerable<string> Check(string path, string text)
    {
        var types = TopLevelTypes.Of(text).Distinct(StringComparer.Ordinal).ToList();
        var expected = Path.GetFileName(path).Split('.')[0];
        if (types.Count > 1)
            yield return $"{path} declares {string.Join(", ", types)}: one top-level type per file";
        else if (types.Count == 1 && types[0] != expected && !expected.StartsWith(types[0] + "Of", StringComparison.Ordinal))
            yield return $"{path} declares {types[0]}: a file is called by its type";
    }
}
