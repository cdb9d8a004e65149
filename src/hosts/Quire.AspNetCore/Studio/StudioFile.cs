namespace Quire.AspNetCore.Studio;

/// <summary>A file of the Studio, as the build made it.</summary>
/// <param name="Packed">Its bytes in Brotli.</param>
/// <param name="Plain">Its bytes for clients that do not read Brotli.</param>
/// <param name="ContentType">The media type.</param>
internal sealed record StudioFile(byte[] Packed, Lazy<byte[]> Plain, string ContentType);
