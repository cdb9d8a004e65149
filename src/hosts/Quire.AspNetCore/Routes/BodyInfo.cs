namespace Quire.AspNetCore.Routes;

/// <summary>The body that a route takes.</summary>
/// <param name="Type">The type that it is read as; null for bytes.</param>
/// <param name="ContentType">The media type.</param>
internal sealed record BodyInfo(Type? Type, string ContentType);
