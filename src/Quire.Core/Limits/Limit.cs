namespace Quire.Core.Limits;

/// <summary>One limit on what comes from outside.</summary>
/// <param name="Name">The stable name, for example <c>file.bytes</c>.</param>
/// <param name="Value">The largest value that is accepted.</param>
/// <param name="Unit">The unit of the value.</param>
/// <param name="Meaning">What is limited, for people.</param>
public sealed record Limit(string Name, long Value, string Unit, string Meaning);
