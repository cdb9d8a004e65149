namespace Quire.Cli.Hosting;

/// <summary>A vocabulary as its settings name it.</summary>
/// <param name="Models">The models that it counts for.</param>
/// <param name="File">The file, in the format of tiktoken.</param>
/// <param name="Pattern">How its makers cut texts: <c>gpt2</c>, <c>cl100k</c> or <c>o200k</c>.</param>
internal sealed record VocabularyEntry(IReadOnlyList<string> Models, string File, string Pattern);
