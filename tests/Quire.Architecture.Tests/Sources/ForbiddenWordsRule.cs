namespace Quire.Architecture.Tests.Sources;

/// <summary>Words that no file of the repository carries: where it was built, by whom, and through which package mirror.</summary>
internal static class ForbiddenWordsRule
{
    // Written in two parts, so that this file does not break its own rule.
    private static readonly string[] Places =
    [
        "/work" + "/main", "/work" + "/wt", "/work" + "/shared", "/work" + "/contracts", "/work" + "/.", "/root" + "/.",
        "registry.npm" + "js.org", "api.nu" + "get.org", "globalcdn.nu" + "get.org", "deb.deb" + "ian.org", "pypi" + ".org", "pythonhosted" + ".org",
    ];

    private static readonly string[] Assistants =
    [
        "cla" + "ude", "chat" + "gpt", "co" + "pilot", "code" + "x cli", "gem" + "ini cli", "anth" + "ropic", "ai assis" + "tant", "as an ai " + "language",
        "co-authored" + "-by:", "generated with " + "ai",
    ];

    /// <param name="path">The file, from the root.</param>
    /// <param name="text">Its text.</param>
    /// <param name="tools">Files in which the product itself speaks of AI coding tools and models.</param>
    public static IEnumerable<string> Check(string path, string text, AllowList tools)
    {
        foreach (var word in Places.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            yield return $"{path} names '{word}', a place of the machine it was written on";
        if (tools.Allows(path))
            yield break;
        foreach (var word in Assistants.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            yield return $"{path} says '{word}': only files listed in Allowed/tool-names.txt speak of AI tools";
    }
}
