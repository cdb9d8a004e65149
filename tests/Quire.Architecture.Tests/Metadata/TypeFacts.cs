namespace Quire.Architecture.Tests.Metadata;

/// <summary>What rules ask about a type of an assembly.</summary>
internal sealed record TypeFacts(string Name, string? BaseType, bool IsClass, bool IsSealed, bool IsAbstract, bool IsGenerated);
