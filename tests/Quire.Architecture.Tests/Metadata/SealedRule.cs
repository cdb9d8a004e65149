namespace Quire.Architecture.Tests.Metadata;

/// <summary>A class is sealed, abstract or static, unless something in its own assembly derives from it.</summary>
internal static class SealedRule
{
    public static IEnumerable<string> Check(string assembly, AssemblyFacts facts)
    {
        var bases = facts.Types.Select(type => type.BaseType).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return facts.Types
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false, IsGenerated: false } && !bases.Contains(type.Name))
            .Select(type => $"{assembly}: {type.Name} must be sealed: nothing derives from it");
    }
}
