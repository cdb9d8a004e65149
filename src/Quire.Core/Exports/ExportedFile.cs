namespace Quire.Core.Exports;

/// <summary>What went out.</summary>
/// <param name="Name">A name for it: <c>prompts.zip</c>.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">Its content; the same prompts always give the same bytes.</param>
public sealed record ExportedFile(string Name, string ContentType, ReadOnlyMemory<byte> Bytes);
