using Quire.AspNetCore.Answers;

namespace Quire.AspNetCore.Composing;

/// <summary>What a check found.</summary>
/// <param name="Valid">Whether nothing in it is an error.</param>
/// <param name="Diagnostics">The findings, in order of the file.</param>
internal sealed record FindingList(bool Valid, IReadOnlyList<Finding> Diagnostics);
