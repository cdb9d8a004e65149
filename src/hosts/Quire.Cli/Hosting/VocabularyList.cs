namespace Quire.Cli.Hosting;

/// <summary>All vocabularies, in the order in which models are looked up.</summary>
/// <param name="Vocabularies">The vocabularies.</param>
internal sealed record VocabularyList(IReadOnlyList<VocabularyEntry> Vocabularies);
