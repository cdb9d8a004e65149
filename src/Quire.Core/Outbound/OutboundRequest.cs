namespace Quire.Core.Outbound;

/// <summary>A request to somebody else's server.</summary>
public sealed record OutboundRequest
{
    /// <summary>The method, for example <c>POST</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Where to; <see cref="OutboundUrl.Parse"/> reads one from text.</summary>
    public required Uri Url { get; init; }

    /// <summary>Headers, without those of the body.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The media type of the body.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>How long all of it may take, from the look-up of the name to the last byte; by default 10 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many bytes of the answer are read; by default 64 KiB.</summary>
    public int MaxAnswerBytes { get; init; } = 64 * 1024;
}
