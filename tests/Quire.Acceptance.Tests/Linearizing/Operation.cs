namespace Quire.Acceptance.Tests.Linearizing;

/// <summary>Something that a client did to a pointer, or saw of it.</summary>
/// <param name="Pointer">The pointer's name.</param>
/// <param name="Value">What it wrote, or read.</param>
/// <param name="IsWrite">Whether it wrote.</param>
/// <param name="Expected">What the client demanded to be there, for a write that was done; null where it demanded nothing.</param>
/// <param name="Invoked">When it was asked for.</param>
/// <param name="Answered">When the answer was there.</param>
internal sealed record Operation(string Pointer, string Value, bool IsWrite, string? Expected, long Invoked, long Answered);
