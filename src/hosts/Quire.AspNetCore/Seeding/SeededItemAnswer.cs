namespace Quire.AspNetCore.Seeding;

/// <summary>What became of one default prompt.</summary>
/// <param name="Name">What the application calls it.</param>
/// <param name="Path">Its path in the registry.</param>
/// <param name="Result"><c>seeded</c>, <c>skipped</c>, or <c>changed</c>: it is there with another text, which stays.</param>
/// <param name="Deleted">Whether somebody deleted it, which is why it was skipped.</param>
internal sealed record SeededItemAnswer(string Name, string Path, string Result, bool Deleted);
