namespace Quire.Templating.MergePoints;

/// <summary>What stands at a merge point: a contribution (a template of its own) or data (text that is never read as a template).</summary>
public sealed class MergeFill
{
    private MergeFill(Template? body, string? text, int sourceId)
    {
        Body = body;
        Text = text;
        SourceId = sourceId;
    }

    /// <summary>The contribution; null where this is data.</summary>
    public Template? Body { get; }

    /// <summary>The data, which comes out unchanged; null where this is a contribution.</summary>
    public string? Text { get; }

    /// <summary>The identity of the layer in provenance.</summary>
    public int SourceId { get; }

    /// <summary>A contribution, rendered in a frame of its own.</summary>
    public static MergeFill Contribution(Template body, int sourceId)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new MergeFill(body, null, sourceId);
    }

    /// <summary>Data, for example what a user wrote. It is never parsed.</summary>
    public static MergeFill Data(string text, int sourceId)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new MergeFill(null, text, sourceId);
    }
}
