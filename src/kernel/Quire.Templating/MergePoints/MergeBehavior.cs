namespace Quire.Templating.MergePoints;

/// <summary>How contributions and the default text of a merge point go together.</summary>
public enum MergeBehavior
{
    /// <summary>The default text, then the contributions.</summary>
    Append,

    /// <summary>The contributions, then the default text.</summary>
    Prepend,

    /// <summary>The contribution instead of the default text.</summary>
    Replace,

    /// <summary>The default text, in which <c>{{ contributions }}</c> stands for the contributions.</summary>
    Inject,
}
