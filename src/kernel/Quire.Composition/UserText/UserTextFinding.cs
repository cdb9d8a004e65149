namespace Quire.Composition.UserText;

/// <summary>Characters of the user's text that can deceive a reader or hide text from one.</summary>
/// <param name="Code">One of <see cref="CompositionCodes"/>, QC3xxx.</param>
/// <param name="MergePoint">The merge point whose text has them.</param>
/// <param name="Start">The first UTF-16 unit, inside the user's text.</param>
/// <param name="Length">The length in UTF-16 units.</param>
/// <param name="Message">One sentence for people; never carries the text itself.</param>
public sealed record UserTextFinding(string Code, string MergePoint, int Start, int Length, string Message);
