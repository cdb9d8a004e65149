namespace Quire.AspNetCore.Pipeline;

/// <summary>A failure in the form of a protocol.</summary>
/// <param name="Status">The status code.</param>
/// <param name="ContentType">The media type of the body.</param>
/// <param name="Body">The body.</param>
internal sealed record ErrorAnswer(int Status, string ContentType, ReadOnlyMemory<byte> Body);
