using Quire.Testing;

namespace Quire.AspNetCore.Tests.Docs;

/// <summary>A page of docs that is made from a table of the program. QUIRE_APPROVE=1 writes it.</summary>
internal static class GeneratedDocument
{
    public static void Check(string name, string text)
    {
        var file = RepositoryRoot.Combine("docs", name);
        if (Environment.GetEnvironmentVariable("QUIRE_APPROVE") == "1")
            File.WriteAllText(file, text);
        File.Exists(file).ShouldBeTrue($"docs/{name} is missing; QUIRE_APPROVE=1 writes it");
        File.ReadAllText(file).ReplaceLineEndings("\n").ShouldBe(text, $"docs/{name} is out of date; QUIRE_APPROVE=1 writes it");
    }
}
