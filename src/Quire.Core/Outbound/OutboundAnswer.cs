namespace Quire.Core.Outbound;

/// <summary>What somebody else's server said. It is data from outside: nothing of it is trusted.</summary>
/// <param name="Status">The status code.</param>
/// <param name="ContentType">The media type that it claims; null where it claims none.</param>
/// <param name="Body">The body, as far as the request wanted it.</param>
/// <param name="IsCut">Whether there was more of the body than the request wanted.</param>
public sealed record OutboundAnswer(int Status, string? ContentType, ReadOnlyMemory<byte> Body, bool IsCut);
