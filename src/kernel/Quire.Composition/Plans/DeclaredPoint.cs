using Quire.Prompts.PromptFiles;
using Quire.Templating.MergePoints;

namespace Quire.Composition.Plans;

/// <summary>A merge point of a base prompt, inside a text or as an item of the list of messages.</summary>
public sealed record DeclaredPoint
{
    /// <summary>The name, unique in the prompt.</summary>
    public required string Name { get; init; }

    /// <summary>How contributions and the default go together.</summary>
    public required MergeBehavior Behavior { get; init; }

    /// <summary>Whether having neither contribution nor default is an error.</summary>
    public bool Required { get; init; }

    /// <summary>Whether nobody may contribute, because of its own lock or one around it.</summary>
    public bool Locked { get; init; }

    /// <summary>Whether it takes user text, and only that.</summary>
    public bool User { get; init; }

    /// <summary>Whether a default stands where nobody contributes.</summary>
    public bool HasDefault { get; init; }

    /// <summary>Whether it takes whole messages.</summary>
    public bool TakesMessages { get; init; }

    /// <summary>The line in the base prompt's file, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The column in the base prompt's file, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>All merge points of a prompt, in order of its file; a name that stands twice comes twice.</summary>
    public static IReadOnlyList<DeclaredPoint> Of(PromptFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Body is { } body)
            return OfText(body).ToList();
        return file.Messages.SelectMany(OfItem).ToList();
    }

    private static IEnumerable<DeclaredPoint> OfItem(ChatItem item) => item switch
    {
        ChatItem.Message message => OfText(message.Content),
        ChatItem.MergePoint point => point.Default.SelectMany(OfItem).Select(inner => inner with { Locked = inner.Locked || point.Locked }).Prepend(new()
        {
            Name = point.Name,
            Behavior = point.Behavior,
            Required = point.Required,
            Locked = point.Locked,
            User = point.User,
            HasDefault = point.Default.Count > 0,
            TakesMessages = true,
            Line = point.Line,
            Column = point.Column,
        }),
        _ => [],
    };

    // Points come in order of their opening tags, so an enclosing one is known before those inside it.
    private static List<DeclaredPoint> OfText(PromptTemplate text)
    {
        var locked = new HashSet<string>(StringComparer.Ordinal);
        var points = new List<DeclaredPoint>();
        foreach (var point in text.Template.MergePoints)
        {
            var isLocked = point.Locked || (point.Enclosing is { } outer && locked.Contains(outer));
            if (isLocked)
                locked.Add(point.Name);
            points.Add(Of(point, isLocked, text.ColumnShift));
        }

        return points;
    }

    private static DeclaredPoint Of(MergePoint point, bool locked, int columnShift) => new()
    {
        Name = point.Name,
        Behavior = point.Behavior,
        Required = point.Required,
        Locked = locked,
        User = point.User,
        HasDefault = point.HasDefault,
        Line = point.Line,
        Column = point.Column + columnShift,
    };
}
