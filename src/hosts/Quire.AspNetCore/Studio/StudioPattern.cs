namespace Quire.AspNetCore.Studio;

/// <summary>The pattern of a route of the Studio, without the prefix that it is mapped under.</summary>
/// <param name="Text">It begins with a slash.</param>
internal sealed record StudioPattern(string Text);
