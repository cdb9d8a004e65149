namespace Quire.AspNetCore.Routes;

/// <summary>An answer that a route gives where nothing fails.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Type">The type of the value; null where it is none of ours.</param>
/// <param name="ContentType">The media type; null for no body.</param>
internal sealed record AnswerInfo(int Status, Type? Type, string? ContentType);
